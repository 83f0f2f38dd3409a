package fobsmith.desk.hardware;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.iam.console.TypedPair;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The token is the person's, but its codes were old: two fresh ones at once. */
public final class HardwareResyncController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;
    private final BooleanProperty busy = new SimpleBooleanProperty();

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

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
        page.setLead(
                messages.text("hardware.resync.lead", model.token().serial().value(), model.personName()));
        codes.use(messages, shift.clock());
        resync.disableProperty().bind(codes.complete().not().or(busy));
        Said.of("codes.late").on(outcome, Outcome.Kind.WARNING, messages);
    }

    @FXML
    void resync() {
        codes.pair().ifPresent(this::resync);
    }

    private void resync(TypedPair typed) {
        busy.set(true);
        shift.tasks()
                .create(() -> model.resync(typed))
                .onSuccess(this::answered)
                .andFinally(() -> busy.set(false))
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

    @FXML
    void later() {
        walk.end();
    }
}
