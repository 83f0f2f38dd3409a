package fobsmith.desk.resync;

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
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.SerialNumber;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;

/** Which of the person's devices, and two codes of it. */
public final class ResyncCodesController {
    private final Shift shift;
    private final Walk walk;
    private final ResyncModel model;

    @FXML
    private Page page;

    @FXML
    private VBox deviceColumn;

    @FXML
    private ChoiceBox<SerialNumber> device;

    @FXML
    private TwoCodes codes;

    @FXML
    private ReadButton read;

    @FXML
    private Outcome outcome;

    @FXML
    private Button resync;

    ResyncCodesController(Shift shift, Walk walk, ResyncModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var name = new DeviceWords(shift.messages()).person(model.person());
        page.setLead(shift.messages().text("resync.codes.lead", name));
        device.getItems().setAll(model.devices());
        device.setValue(model.devices().getFirst());
        deviceColumn.setVisible(model.devices().size() > 1);
        deviceColumn.setManaged(model.devices().size() > 1);
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(resync, walk, this::resync);
        read.use(shift, walk, device.getValue(), codes, resync, outcome);
        device.valueProperty().addListener((_, _, chosen) -> read.of(chosen));
    }

    private void resync(TypedPair typed) {
        var chosen = device.getValue();
        outcome.clear();
        walk.deed(() -> model.resync(chosen, typed))
                .onSuccess(this::answered)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void answered(PairOutcome answer) {
        switch (answer) {
            case PairOutcome.Done _ -> walk.goForGood(Screen.RESYNC_DONE);
            case PairOutcome.OutOfSync _ -> {
                var messages = shift.messages();
                outcome.say(Outcome.Kind.WARNING, messages.text("codes.late"), messages.text("codes.late.remedy"));
                codes.clear();
            }
            case PairOutcome.Refused(var reason) -> {
                new Refusals(shift.messages()).say(reason, outcome);
                codes.clear();
            }
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
