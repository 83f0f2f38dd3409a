package fobsmith.desk.demo;

import fobsmith.desk.Desk;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.Simulator;
import fobsmith.firmware.parts.Token;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The simulated tokens, as they would lie on the table: what each shows, and what a hand can do to it. */
final class DemoPanel extends VBox {
    private static final Duration LOOK = Duration.millis(250);

    private final Simulator simulator;
    private final ControlClient control;
    private final Desk desk;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final VBox tokens = new VBox();

    DemoPanel(Simulator simulator, ControlClient control, Desk desk) {
        this.simulator = simulator;
        this.control = control;
        this.desk = desk;
        getStyleClass().add("demo-panel");
        title.getStyleClass().add("demo-title");
        hint.getStyleClass().add("demo-hint");
        hint.setWrapText(true);
        tokens.getStyleClass().add("demo-tokens");
        var scroll = new ScrollPane(tokens);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, hint, scroll);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> letTakeTheKeyboard(false));
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> letTakeTheKeyboard(true));
        simulator.tokens().forEach(token -> tokens.getChildren().add(row(token)));
        var looking = new Timeline(new KeyFrame(LOOK, _ -> look()));
        looking.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                looking.stop();
            } else {
                looking.play();
            }
        });
        look();
    }

    /** A hand on a token takes nothing from what is being typed into; by Tab its buttons are reached all the same. */
    private void letTakeTheKeyboard(boolean may) {
        tokens.lookupAll(".button").forEach(button -> button.setFocusTraversable(may));
    }

    private DemoToken row(Token token) {
        return new DemoToken(token, control, desk);
    }

    /** Also says everything anew, in the language that is spoken by now. */
    void look() {
        var messages = desk.messages();
        title.setText(messages.text("demo.title"));
        hint.setText(messages.text("demo.hint", DemoStage.OPERATOR, DemoStage.WORDS));
        tokens.getChildren().forEach(row -> ((DemoToken) row).look());
        int there = simulator.tokens().size();
        if (there != tokens.getChildren().size()) {
            tokens.getChildren()
                    .setAll(simulator.tokens().stream().map(this::row).toList());
        }
    }
}
