package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.controls.Page;
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
import javafx.scene.control.Button;
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
    void showsHomeTheKeysAndTheLockWholeUpToTwiceTheSize() {
        rig.signedIn();
        for (var language : Language.values()) {
            for (int notches : List.of(NOTCHES.getFirst(), NOTCHES.getLast())) {
                DeskRig.onScreen(() -> {
                    rig.window.zoomBack();
                    rig.window.zoom(notches);
                    rig.front.speak(language);
                    return true;
                });
                assertThat(cutOffNow()).as("home, %s +%d", language, notches).isEmpty();
                rig.press(KeyCode.F1);
                assertThat(cutOffNow()).as("keys, %s +%d", language, notches).isEmpty();
                assertThat(belowTheWindow(".dialog-box .button")).isEmpty();
                rig.press(KeyCode.ESCAPE);
            }
        }
        rig.control(KeyCode.L);
        assertThat(cutOffNow()).as("lock").isEmpty();
    }

    @Test
    void showsAllCardsWithoutScrolling() {
        rig.signedIn();
        for (var language : Language.values()) {
            DeskRig.onScreen(() -> {
                rig.front.speak(language);
                return true;
            });
            rig.settle();
            assertThat(belowTheWindow(".flow-card")).as("%s", language).isEmpty();
        }
    }

    /** What stands below a long sentence comes into sight by scrolling, at the least. */
    @Test
    void scrollsToTheButtonsBelowALongSentence() {
        var page = DeskRig.onScreen(() -> {
            var made = new Page();
            made.setTitle("A title");
            made.setLead("Twenty words that take one line in the window, and many in the card. ".repeat(60));
            made.getActions().add(new Button("_Go on"));
            rig.window.show(made);
            return made;
        });
        rig.settle();
        rig.settle();
        DeskRig.onScreen(() -> {
            assertThat(page.lookup(".page-card").getLayoutBounds().getHeight())
                    .isGreaterThan(rig.window.scene().getHeight());
            assertThat(page.lookup(".scroll-bar:vertical").isVisible()).isTrue();
            return true;
        });
    }

    private List<String> belowTheWindow(String what) {
        return DeskRig.onScreen(() -> rig.window.scene().getRoot().lookupAll(what).stream()
                .filter(node -> node.localToScene(node.getLayoutBounds()).getMaxY()
                        > rig.window.scene().getHeight())
                .map(Node::toString)
                .toList());
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
