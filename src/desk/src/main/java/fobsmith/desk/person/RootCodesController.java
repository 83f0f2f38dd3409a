package fobsmith.desk.person;

import fobsmith.desk.Refusals;
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

/** Two codes of the fob, and it is root's. */
public final class RootCodesController {
    private final Shift shift;
    private final Walk walk;
    private final PersonModel model;

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

    @FXML
    private Outcome outcome;

    @FXML
    private Button enable;

    RootCodesController(Shift shift, Walk walk, PersonModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setLead(shift.messages().text("root.codes.lead", model.fob().value()));
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(enable, walk, this::enable);
    }

    private void enable(TypedPair typed) {
        outcome.clear();
        walk.deed(() -> model.enable(typed))
                .onSuccess(this::answered)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(PairOutcome answer) {
        switch (answer) {
            case PairOutcome.Done _ -> walk.goForGood(Screen.PERSON_DEVICES);
            case PairOutcome.OutOfSync _ -> {
                var messages = shift.messages();
                outcome.say(Outcome.Kind.WARNING, messages.text("codes.late"), messages.text("codes.late.remedy"));
                codes.clear();
            }
            case PairOutcome.Refused refused -> {
                new Refusals(shift.messages()).say(refused.reason(), outcome);
                codes.clear();
            }
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
