package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the keyboard is once a screen is shown; asked at once, since whoever types waits for no pulse. */
class DeskWindowTest {
    private final Parent before = screen(first(new TextField()));

    @BeforeAll
    static void start() {
        DeskRig.startJavaFx();
    }

    private static Parent screen(Node... nodes) {
        return new VBox(nodes);
    }

    private static <N extends Node> N first(N node) {
        node.getStyleClass().add("focus-first");
        return node;
    }

    private Node keyboardAfter(Parent screen) {
        return onScreen(() -> {
            var window = new DeskWindow();
            window.show(before);
            window.show(screen);
            return window.scene().getFocusOwner();
        });
    }

    @Test
    void isWhereTheScreenSays() {
        var button = first(new Button("here"));
        assertThat(keyboardAfter(screen(new Button("not here"), button))).isSameAs(button);
    }

    @Test
    void isOnTheScreenItselfThatNamesNothing() {
        var screen = screen(new Label("nothing to press"));
        assertThat(keyboardAfter(screen)).isSameAs(screen);
    }

    @Test
    void isOnTheScreenItselfWhileWhatItNamesIsHidden() {
        var button = first(new Button("later"));
        button.setVisible(false);
        var screen = screen(button);
        assertThat(keyboardAfter(screen)).isSameAs(screen);
    }

    @Test
    void isOnTheCoverAndNotOnWhatItHides() {
        var cover = screen(new Label("nothing to press"));
        assertThat(onScreen(() -> {
                    var window = new DeskWindow();
                    window.show(before);
                    window.cover(cover);
                    return window.scene().getFocusOwner();
                }))
                .isSameAs(cover);
    }
}
