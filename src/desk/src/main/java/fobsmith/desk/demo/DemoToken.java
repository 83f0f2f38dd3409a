package fobsmith.desk.demo;

import fobsmith.desk.Desk;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Token;
import fobsmith.firmware.token2.Molto2;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One simulated token: its serial number, its display, and its buttons and plug where it has any. */
final class DemoToken extends VBox {
    private static final PseudoClass PLUGGED = PseudoClass.getPseudoClass("plugged");
    private static final int USUAL_SECONDS = 30;
    private static final int HALF = 3;

    private final Token token;
    private final ControlClient control;
    private final Desk desk;
    private final Label code = new Label();
    private final ProgressBar left = new ProgressBar(0);
    private final Button press = new Button();
    private final Button confirm = new Button();
    private final Button plug = new Button();
    private final double stepSeconds;
    private boolean pluggedIn;

    DemoToken(Token token, ControlClient control, Desk desk) {
        this.token = token;
        this.control = control;
        this.desk = desk;
        stepSeconds = token instanceof DisplayFob fob ? fob.state().profile().step() : USUAL_SECONDS;
        pluggedIn = token instanceof Molto2;
        getStyleClass().add("demo-token");
        code.getStyleClass().add("demo-code");
        left.getStyleClass().add("demo-left");
        left.setMaxWidth(Double.MAX_VALUE);
        left.setFocusTraversable(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(new Label(token.serial()), gap, code);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, left);
        if (token instanceof Molto2 molto2) {
            addButtons(molto2);
        }
    }

    private void addButtons(Molto2 molto2) {
        press.setOnAction(_ -> {
            molto2.press(0);
            look();
        });
        confirm.setOnAction(_ -> molto2.pressUpArrow());
        plug.setOnAction(_ -> turnPlug());
        var buttons = new HBox(press, confirm, plug);
        buttons.getStyleClass().add("demo-buttons");
        getChildren().add(buttons);
    }

    private void turnPlug() {
        boolean in = !pluggedIn;
        plug.setDisable(true);
        desk.tasks()
                .run(() -> {
                    if (in) {
                        control.plug(token.serial());
                    } else {
                        control.unplug(token.serial());
                    }
                })
                .onSuccess(_ -> pluggedIn = in)
                .andFinally(() -> {
                    plug.setDisable(false);
                    look();
                })
                .start();
    }

    /** Shows what it shows now. */
    void look() {
        var messages = desk.messages();
        press.setText(messages.text("demo.press"));
        confirm.setText("▲");
        confirm.setAccessibleText(messages.text("demo.confirm"));
        plug.setText(messages.text(pluggedIn ? "demo.unplug" : "demo.plug"));
        pseudoClassStateChanged(PLUGGED, pluggedIn);
        var display = token.display();
        code.setText(display.blank() ? "– – –" : spaced(display));
        left.setProgress(display.blank() ? 0 : Math.min(1, display.secondsLeft() / stepSeconds));
    }

    private static String spaced(Display display) {
        var shown = display.display();
        return shown.length() == 2 * HALF ? shown.substring(0, HALF) + " " + shown.substring(HALF) : shown;
    }
}
