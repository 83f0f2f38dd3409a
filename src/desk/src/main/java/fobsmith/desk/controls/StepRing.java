package fobsmith.desk.controls;

import atlantafx.base.controls.RingProgressIndicator;
import fobsmith.desk.Messages;
import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A ring with the seconds left in the time step, and under it what to type now. It runs while it is in a window. */
public final class StepRing extends VBox {
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final Duration LOOK = Duration.millis(200);

    /** The seconds stand in the middle, not the percentage. */
    private static final StringConverter<Double> WORDLESS = new StringConverter<>() {
        @Override
        public String toString(Double progress) {
            return "";
        }

        @Override
        public Double fromString(String text) {
            return 0.0;
        }
    };

    private final RingProgressIndicator ring = new RingProgressIndicator(1, true);
    private final Label seconds = new Label();
    private final Label advice = new Label();
    private final Timeline ticking = new Timeline(new KeyFrame(LOOK, _ -> refresh()));
    private @Nullable StepWait wait;
    private @Nullable Messages messages;

    public StepRing() {
        getStyleClass().add("step-ring");
        setAlignment(Pos.CENTER);
        ring.setStringConverter(WORDLESS);
        seconds.getStyleClass().add("step-seconds");
        advice.getStyleClass().add("step-advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new StackPane(ring, seconds), advice);
        ticking.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                ticking.stop();
            } else {
                ticking.play();
            }
        });
    }

    /** By this clock; call once, before it is shown. */
    public void use(Messages texts, InstantSource clock) {
        messages = texts;
        wait = new StepWait(clock);
        refresh();
    }

    /** From now on it counts down to the second code. */
    public void firstTypedAt(Instant moment) {
        if (wait != null) {
            wait.firstTypedAt(moment);
            refresh();
        }
    }

    /** The first code is asked for again. */
    public void startOver() {
        if (wait != null) {
            wait.startOver();
            refresh();
        }
    }

    /** Whether the second code may be typed. */
    public boolean isReady() {
        return wait != null && wait.phase() == StepWait.Phase.SECOND;
    }

    void refresh() {
        if (wait == null || messages == null) {
            return;
        }
        var left = String.valueOf(wait.secondsLeft());
        ring.setProgress(wait.shareLeft());
        seconds.setText(left);
        pseudoClassStateChanged(READY, isReady());
        advice.setText(
                switch (wait.phase()) {
                    case FIRST -> messages.text("codes.first-now");
                    case WAIT -> messages.text("codes.wait", left);
                    case SECOND -> messages.text("codes.second-now");
                });
        setAccessibleText(advice.getText());
    }

    /** What it says to do. */
    public String advice() {
        return advice.getText();
    }
}
