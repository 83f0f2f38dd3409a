package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is cut off: on every screen there is, in both languages, up to type twice as large. */
class LayoutTest {
    private static final List<Integer> NOTCHES = List.of(0, 3, 5, 10);

    private DeskRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, Flows.ALL);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void showsEveryScreensTextsWhole() {
        assertThat(DeskRig.onScreen(this::cutOffOnAnyScreen)).isEmpty();
    }

    @Test
    void showsHomeTheKeysAndTheLockWholeAtTwiceTheSize() {
        rig.signedIn();
        for (var language : Language.values()) {
            DeskRig.onScreen(() -> {
                rig.window.zoom(NOTCHES.getLast());
                rig.front.speak(language);
                return true;
            });
            assertThat(cutOffNow()).as("home, %s", language).isEmpty();
            rig.press(KeyCode.F1);
            assertThat(cutOffNow()).as("keys, %s", language).isEmpty();
            rig.press(KeyCode.ESCAPE);
        }
        rig.control(KeyCode.L);
        assertThat(cutOffNow()).as("lock").isEmpty();
    }

    private List<String> cutOffNow() {
        return DeskRig.onScreen(() -> {
            rig.window.scene().getRoot().applyCss();
            rig.window.scene().getRoot().layout();
            return cutOff(rig.window.scene().getRoot());
        });
    }

    private List<String> cutOffOnAnyScreen() throws IOException {
        var all = new ArrayList<String>();
        for (var language : Language.values()) {
            for (var screen : Screen.values()) {
                rig.window.show(bare(screen, new Messages(language)));
                for (int notches : NOTCHES) {
                    rig.window.zoomBack();
                    rig.window.zoom(notches);
                    var root = rig.window.scene().getRoot();
                    root.applyCss();
                    root.layout();
                    cutOff(root).forEach(text -> all.add("%s %s +%d: %s".formatted(screen, language, notches, text)));
                }
            }
        }
        return all;
    }

    /** As it stands in its file: what a controller adds comes in its flow's tests. */
    private static Parent bare(Screen screen, Messages messages) throws IOException {
        try (var in = screen.fxml().openStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("fx:controller=\"[^\"]*\"", "")
                    .replaceAll("on[A-Z]\\w*=\"#[^\"]*\"", "");
            var loader = new FXMLLoader(screen.fxml(), messages.bundle());
            return loader.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<String> cutOff(Node root) {
        double width = root.getScene().getWidth();
        return labels(root)
                .filter(label -> label.isTextTruncated()
                        || label.localToScene(label.getLayoutBounds()).getMaxX() > width + 1)
                .map(Labeled::getText)
                .toList();
    }

    private static Stream<Labeled> labels(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var own = node instanceof Labeled label
                        && label.getText() != null
                        && !label.getText().isBlank()
                ? Stream.of(label)
                : Stream.<Labeled>empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(LayoutTest::labels))
                : own;
    }
}
