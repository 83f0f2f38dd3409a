package fobsmith.desk.person;

import fobsmith.desk.Refusals;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.cable.ReadButton;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The fob is root's, but its codes were old: two fresh ones at once, or another day. */
public final class RootLateController {
    private final Shift shift;
    private final Walk walk;
    private final RootModel model;

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

    RootLateController(Shift shift, Walk walk, RootModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setLead(shift.messages().text("root.codes.lead", model.fob().value()));
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(resync, walk, this::resync);
        read.use(shift, walk, model.fob(), codes, resync, outcome);
        sayThatTheyWereLate();
    }

    private void sayThatTheyWereLate() {
        var messages = shift.messages();
        outcome.say(Outcome.Kind.WARNING, messages.text("codes.late"), messages.text("codes.late.remedy"));
    }

    private void resync(TypedPair typed) {
        outcome.clear();
        walk.deed(() -> model.resync(typed))
                .onSuccess(this::answered)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(PairOutcome answer) {
        switch (answer) {
            case PairOutcome.Done _ -> walk.goForGood(Screen.PERSON_DEVICES);
            case PairOutcome.OutOfSync _ -> {
                sayThatTheyWereLate();
                codes.clear();
            }
            case PairOutcome.Refused(var reason) -> {
                new Refusals(shift.messages()).say(reason, outcome);
                codes.clear();
            }
        }
    }

    /** It is root's all the same, and is resynchronised from the list of root's devices. */
    @FXML
    void later() {
        walk.goForGood(Screen.PERSON_DEVICES);
    }
}
