package fobsmith.desk.hardware;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TokenPicker;
import fobsmith.desk.device.DeviceFailures;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Which token is in hand? */
public final class HardwareTokenController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;

    @FXML
    private Page page;

    @FXML
    private TokenPicker token;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    HardwareTokenController(Shift shift, Walk walk, HardwareModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        int devices = model.devices();
        page.setLead(
                devices == 0
                        ? messages.text("hardware.token.lead", model.personName())
                        : messages.text("hardware.token.lead-more", model.personName(), String.valueOf(devices)));
        var begun = model.letGo();
        shift.tasks().run(begun).start();
        token.use(messages, shift.tasks(), model::pluggedIn, model::stock);
        token.onChosen(next, this::choose);
    }

    private void choose(Choice choice) {
        outcome.clear();
        walk.once(() -> model.pick(choice.name()))
                .onSuccess(this::picked)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void picked(Pick pick) {
        switch (pick) {
            case Pick.Ready ready -> {
                model.take(ready);
                walk.go(Screen.HARDWARE_CODES);
            }
            case Pick.Fresh fresh -> {
                model.take(fresh);
                walk.go(Screen.HARDWARE_SEED);
            }
            case Pick.Refused(var why) -> why.on(outcome, Outcome.Kind.REFUSAL, shift.messages());
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
