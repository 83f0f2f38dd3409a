package fobsmith.desk.hardware;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.cable.ReadButton;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.console.TypedPair;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The token is the person's, but its codes were old: two fresh ones at once. */
public final class HardwareResyncController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

    @FXML
    private ReadButton read;

    @FXML
    private Outcome outcome;

    @FXML
    private Button resync;

    HardwareResyncController(Shift shift, Walk walk, HardwareModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        codes.use(messages, shift.clock());
        codes.onTyped(resync, walk, this::resync);
        read.use(shift, walk, model.serial(), codes, resync, outcome);
        read.visibleProperty().subscribe(_ -> tellWhichToken());
        Said.of("codes.late").on(outcome, Outcome.Kind.WARNING, messages);
    }

    private void tellWhichToken() {
        var key = read.isVisible() ? "hardware.resync.lead-cable" : "hardware.resync.lead";
        page.setLead(shift.messages().text(key, model.serial().value(), model.personName()));
    }

    private void resync(TypedPair typed) {
        walk.deed(() -> model.resync(typed))
                .onSuccess(this::answered)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(Codes answer) {
        switch (answer) {
            case Codes.Enabled _ -> walk.goForGood(Screen.HARDWARE_DONE);
            case Codes.OutOfSync _ -> {
                Said.of("codes.late").on(outcome, Outcome.Kind.WARNING, shift.messages());
                codes.clear();
            }
            case Codes.Refused(var why, var _) -> {
                why.on(outcome, Outcome.Kind.REFUSAL, shift.messages());
                codes.clear();
            }
        }
    }

    /** The device is the person's all the same, and is signed for. */
    @FXML
    void later() {
        walk.goForGood(Screen.HARDWARE_DONE);
    }
}
