package fobsmith.desk.virtual;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.QrView;
import fobsmith.desk.controls.SecretText;
import fobsmith.desk.device.DeviceFailures;
import javafx.fxml.FXML;

/** The QR code of a device that is the person's already, and when its time is over. */
public final class TemporaryController {
    private final Shift shift;
    private final Walk walk;
    private final TemporaryModel model;

    @FXML
    private Page page;

    @FXML
    private QrView qr;

    @FXML
    private SecretText secret;

    @FXML
    private Outcome outcome;

    TemporaryController(Shift shift, Walk walk, TemporaryModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        page.setLead(messages.text("temporary.done.lead", model.personName()));
        qr.show(model.key().modules());
        qr.setAccessibleText(messages.text("temporary.qr.accessible", model.personName()));
        secret.use(messages, shift.clock(), model.key());
        outcome.say(
                Outcome.Kind.SUCCESS,
                messages.text("temporary.done", EndTime.text(model.expiresAt(), messages)),
                messages.text("temporary.done.next"));
    }

    @FXML
    void takeBack() {
        walk.deed(model::takeBack)
                .onSuccess(_ -> walk.end())
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    @FXML
    void done() {
        walk.end();
    }
}
