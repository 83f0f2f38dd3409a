package fobsmith.desk.whose;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.cable.ReadButton;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.FindOutcome;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Two codes of the token on the desk, and the search for it. */
public final class WhoseCodesController {
    private static final Duration LOOK = Duration.millis(100);

    private final Shift shift;
    private final Walk walk;
    private final WhoseModel model;
    private final Timeline looking = new Timeline();

    @FXML
    private TwoCodes codes;

    @FXML
    private ReadButton read;

    @FXML
    private HBox running;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button giveUp;

    @FXML
    private Outcome outcome;

    @FXML
    private Button search;

    WhoseCodesController(Shift shift, Walk walk, WhoseModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(search, walk, this::search);
        read.useAny(shift, walk, codes, search, outcome);
        codes.disableProperty().bind(running.visibleProperty());
        looking.setCycleCount(Animation.INDEFINITE);
        looking.getKeyFrames().setAll(new KeyFrame(LOOK, _ -> progress.setProgress(model.progress())));
    }

    private void search(TypedPair typed) {
        outcome.clear();
        begin();
        walk.once(() -> model.search(typed))
                .onSuccess(answer -> {
                    stop();
                    answered(answer);
                })
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .andFinally(this::stop)
                .start();
    }

    private void begin() {
        model.begin();
        progress.setProgress(0);
        show(true);
        giveUp.setDisable(false);
        giveUp.requestFocus();
        looking.playFromStart();
    }

    private void stop() {
        looking.stop();
        show(false);
    }

    private void show(boolean searching) {
        running.setVisible(searching);
        running.setManaged(searching);
    }

    @FXML
    void giveUp() {
        giveUp.setDisable(true);
        model.giveUp();
    }

    private void answered(FindOutcome answer) {
        switch (answer) {
            case FindOutcome.Found _ -> walk.go(Screen.WHOSE_FOUND);
            case FindOutcome.NotFound _ -> say(Outcome.Kind.REFUSAL, "whose.not-found", "whose.not-found.remedy");
            case FindOutcome.Used _ -> say(Outcome.Kind.REFUSAL, "whose.used", "whose.used.remedy");
            case FindOutcome.GivenUp _ -> say(Outcome.Kind.WARNING, "whose.given-up", "whose.given-up.remedy");
            case FindOutcome.Paused paused ->
                say(Outcome.Kind.REFUSAL, "whose.paused", "whose.paused.remedy", seconds(paused.until()));
        }
    }

    private void say(Outcome.Kind kind, String sentence, String wayOut, Object... values) {
        outcome.say(kind, shift.messages().text(sentence), shift.messages().text(wayOut, values));
        codes.clear();
    }

    private String seconds(Instant until) {
        return String.valueOf(
                1 + java.time.Duration.between(shift.clock().instant(), until).toSeconds());
    }

    @FXML
    void back() {
        walk.back();
    }
}
