package fobsmith.desk;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;

/** What somebody sees of a scene and what not, and what somebody who cannot see is not told. Screen's thread. */
final class Sight {
    private Sight() {}

    /** In the order of the nodes. */
    static List<String> texts(Scene scene) {
        return visible(scene.getRoot())
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    static List<String> mute(Scene scene) {
        return visible(scene.getRoot())
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled())
                .filter(node -> node.getAccessibleText() == null
                        || node.getAccessibleText().isBlank())
                .filter(node ->
                        !(node instanceof ButtonBase button) || button.getText().isBlank())
                .map(Node::toString)
                .toList();
    }

    /** Texts that end in dots, or beyond the window. */
    static List<String> cutOff(Scene scene) {
        return visible(scene.getRoot())
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(label -> label.getText() != null && !label.getText().isBlank())
                .filter(label -> label.isTextTruncated()
                        || label.localToScene(label.getLayoutBounds()).getMaxX() > scene.getWidth() + 1)
                .map(Labeled::getText)
                .toList();
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Sight::visible))
                : Stream.of(node);
    }
}
