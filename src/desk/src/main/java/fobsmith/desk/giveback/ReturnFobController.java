package fobsmith.desk.giveback;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.device.DeviceList;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Which fob is in the hand; it is taken back. */
public final class ReturnFobController {
    private final Shift shift;
    private final Walk walk;
    private final GivebackModel model;

    @FXML
    private Page page;

    @FXML
    private DeviceList fobs;

    @FXML
    private Outcome outcome;

    @FXML
    private Button takeBack;

    ReturnFobController(Shift shift, Walk walk, GivebackModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var devices = model.holdings().devices();
        page.setLead(lead(devices.getFirst()));
        fobs.use(shift.messages());
        fobs.show(devices);
        fobs.onChosen(this::takeBack);
        takeBack.disableProperty().bind(fobs.selected().isNull().or(walk.working()));
    }

    private String lead(Token first) {
        return first.state() == TokenState.ENABLED
                ? shift.messages().text("return.fob.lead", model.holdings().personName())
                : shift.messages().text("return.fob.lead-nobody");
    }

    @FXML
    void takeBack() {
        var fob = fobs.selected().get();
        if (fob == null) {
            return;
        }
        walk.deed(() -> model.takeBack(fob))
                .onSuccess(_ -> walk.goForGood(Screen.RETURN_CODES))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    @FXML
    void back() {
        walk.back();
    }
}
