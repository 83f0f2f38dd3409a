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

/** Two codes of the fob, and it is root's. */
public final class RootCodesController {
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
    private Button enable;

    RootCodesController(Shift shift, Walk walk, RootModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setLead(shift.messages().text("root.codes.lead", model.fob().value()));
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(enable, walk, this::enable);
        read.use(shift, walk, model.fob(), codes, enable, outcome);
    }

    private void enable(TypedPair typed) {
        outcome.clear();
        walk.deed(() -> model.enable(typed))
                .onSuccess(this::answered)
                .onError(RuntimeException.class, this::failed)
                .start();
    }

    private void answered(PairOutcome answer) {
        switch (answer) {
            case PairOutcome.Done _ -> walk.goForGood(Screen.PERSON_DEVICES);
            case PairOutcome.OutOfSync _ -> walk.goForGood(Screen.ROOT_LATE);
            case PairOutcome.Refused refused -> {
                new Refusals(shift.messages()).say(refused.reason(), outcome);
                codes.clear();
            }
        }
    }

    /** Somebody else may have been faster, or there is no such fob to be had. */
    private void failed(RuntimeException failure) {
        codes.clear();
        walk.once(() -> model.whyNot(failure))
                .onSuccess(why -> why.ifPresentOrElse(
                        said -> said.on(outcome, Outcome.Kind.REFUSAL, shift.messages()),
                        () -> DeviceFailures.say(failure, shift, outcome)))
                .onError(Exception.class, _ -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    @FXML
    void back() {
        walk.back();
    }
}
