package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.controls.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is cut off in both languages, up to type twice as large: on every screen as it stands in its file, at home, in the keys
 * and behind the lock. LargeTypeTest sees what controllers add.
 */
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
            return Sight.cutOff(rig.window.scene());
        });
    }

    private List<String> cutOffOnAnyScreen() throws IOException {
        var all = new ArrayList<String>();
        for (var language : Language.values()) {
            for (var screen : Screen.values()) {
                rig.window.show(BareScreen.of(screen, new Messages(language)));
                for (int notches : NOTCHES) {
                    rig.window.zoomBack();
                    rig.window.zoom(notches);
                    var root = rig.window.scene().getRoot();
                    root.applyCss();
                    root.layout();
                    Sight.cutOff(rig.window.scene())
                            .forEach(text -> all.add("%s %s +%d: %s".formatted(screen, language, notches, text)));
                }
            }
        }
        return all;
    }
}
