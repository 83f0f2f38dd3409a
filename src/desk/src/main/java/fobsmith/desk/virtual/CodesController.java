package fobsmith.desk.virtual;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.QrView;
import fobsmith.desk.controls.SecretText;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.RegistryRefusal;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** The QR code, and two codes of the app that has scanned it. */
public final class CodesController {
    private final Shift shift;
    private final Walk walk;
    private final VirtualModel model;

    @FXML
    private Page page;

    @FXML
    private QrView qr;

    @FXML
    private SecretText secret;

    @FXML
    private TwoCodes codes;

    @FXML
    private Outcome outcome;

    @FXML
    private Button enable;

    CodesController(Shift shift, Walk walk, VirtualModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        page.setLead(messages.text("virtual.codes.lead", model.personName()));
        qr.show(model.key().modules());
        qr.setAccessibleText(
                messages.text("virtual.qr.accessible", model.serial().name()));
        secret.use(messages, shift.clock(), model.key());
        codes.use(messages, shift.clock());
        codes.onTyped(enable, walk, this::enable);
    }

    private void enable(TypedPair typed) {
        outcome.clear();
        walk.deed(() -> model.enable(typed))
                .onSuccess(this::answered)
                .onError(RegistryRefusal.UnknownToken.class, _ -> gone())
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(PairOutcome answer) {
        switch (answer) {
            case PairOutcome.Done _ -> walk.goForGood(Screen.VIRTUAL_DONE);
            case PairOutcome.OutOfSync _ -> walk.goForGood(Screen.VIRTUAL_LATE);
            case PairOutcome.Refused(var reason) -> {
                new PhoneRefusals(shift.messages()).say(reason, outcome);
                codes.clear();
            }
        }
    }

    /** Whoever leaves a locked desk for more than an hour finds the device gone: nobody had enabled it. */
    private void gone() {
        var messages = shift.messages();
        outcome.say(Outcome.Kind.REFUSAL, messages.text("virtual.gone"), messages.text("virtual.gone.remedy"));
    }

    @FXML
    void back() {
        walk.back();
    }
}
