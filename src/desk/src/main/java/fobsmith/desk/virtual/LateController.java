package fobsmith.desk.virtual;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The device is the person's, but the codes lay too long: two fresh ones set it right. */
public final class LateController {
    private final Shift shift;
    private final Walk walk;
    private final VirtualModel model;

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

    @FXML
    private Outcome outcome;

    @FXML
    private Button resync;

    LateController(Shift shift, Walk walk, VirtualModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setLead(shift.messages().text("virtual.late.lead", model.personName()));
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(resync, walk, this::resync);
        sayLate();
    }

    private void sayLate() {
        var messages = shift.messages();
        outcome.say(Outcome.Kind.WARNING, messages.text("codes.late"), messages.text("codes.late.remedy"));
    }

    private void resync(TypedPair typed) {
        walk.deed(() -> model.resync(typed))
                .onSuccess(this::answered)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(PairOutcome answer) {
        switch (answer) {
            case PairOutcome.Done _ -> walk.goForGood(Screen.VIRTUAL_DONE);
            case PairOutcome.OutOfSync _ -> sayLate();
            case PairOutcome.Refused(var reason) -> new PhoneRefusals(shift.messages()).say(reason, outcome);
        }
        codes.clear();
    }

    @FXML
    void leave() {
        walk.end();
    }
}
