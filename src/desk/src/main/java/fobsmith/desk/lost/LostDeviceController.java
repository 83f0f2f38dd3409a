package fobsmith.desk.lost;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.device.DeviceList;
import fobsmith.desk.giveback.GivebackModel;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Which device is lost; or that a lost fob is back. */
public final class LostDeviceController {
    private final Shift shift;
    private final Walk walk;
    private final LostModel model;
    private final GivebackModel giveback;

    @FXML
    private Page page;

    @FXML
    private DeviceList devices;

    @FXML
    private Outcome outcome;

    @FXML
    private Button report;

    LostDeviceController(Shift shift, Walk walk, LostModel model, GivebackModel giveback) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
        this.giveback = giveback;
    }

    @FXML
    void initialize() {
        var found = model.holdings().devices();
        devices.use(shift.messages());
        devices.show(found);
        devices.onChosen(this::report);
        report.disableProperty().bind(devices.selected().isNull().or(walk.working()));
        describe(found.getFirst());
    }

    /** Several are all somebody's; what is lost already, or lies in the drawer, was found alone. */
    private void describe(Token first) {
        var messages = shift.messages();
        if (first.state() == TokenState.LOST) {
            page.setTitle(messages.text("lost.again.title"));
            page.setLead(messages.text("lost.again.lead"));
            report.setText(messages.text("lost.again"));
        } else {
            page.setTitle(messages.text("lost.device.title"));
            page.setLead(
                    first.state() == TokenState.ENABLED
                            ? messages.text("lost.device.lead", model.holdings().personName())
                            : messages.text("lost.device.lead-stock"));
            report.setText(messages.text("lost.report"));
        }
    }

    @FXML
    void report() {
        var device = devices.selected().get();
        if (device == null) {
            return;
        }
        if (device.state() == TokenState.LOST) {
            takeBack(device);
        } else {
            report(device);
        }
    }

    private void report(Token device) {
        walk.deed(() -> model.report(device))
                .onSuccess(_ -> walk.goForGood(Screen.LOST_NEXT))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void takeBack(Token fob) {
        walk.deed(() -> {
                    giveback.choose(fob, null);
                    giveback.takeBack(fob);
                })
                .onSuccess(_ -> walk.goForGood(Screen.RETURN_CODES))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    @FXML
    void back() {
        walk.back();
    }
}
