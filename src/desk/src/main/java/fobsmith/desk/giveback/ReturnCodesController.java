package fobsmith.desk.giveback;

import fobsmith.desk.Refusals;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.cable.ReadButton;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.device.DeviceWords;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodeOutcome;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Two codes show that the right fob came back and works. */
public final class ReturnCodesController {
    private final Shift shift;
    private final Walk walk;
    private final GivebackModel model;

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

    @FXML
    private ReadButton read;

    @FXML
    private Outcome outcome;

    @FXML
    private Button check;

    ReturnCodesController(Shift shift, Walk walk, GivebackModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setLead(shift.messages().text("return.codes.lead", DeviceWords.name(model.fob())));
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(check, walk, this::check);
        read.use(shift, walk, model.fob().serial(), codes, check, outcome);
    }

    private void check(TypedPair typed) {
        outcome.clear();
        walk.deed(() -> model.check(typed))
                .onSuccess(this::answered)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(CodeOutcome answer) {
        switch (answer) {
            case CodeOutcome.Accepted _ -> walk.goForGood(Screen.RETURN_DONE);
            case CodeOutcome.Refused refused -> {
                new Refusals(shift.messages()).say(refused.reason(), outcome);
                codes.clear();
            }
        }
    }

    @FXML
    void withoutCodes() {
        walk.goForGood(Screen.RETURN_DONE);
    }
}
