package fobsmith.desk.hardware;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.PersonSearch;
import fobsmith.desk.device.DeviceFailures;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Who gets a token? */
public final class HardwarePersonController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;

    @FXML
    private PersonSearch person;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    HardwarePersonController(Shift shift, Walk walk, HardwareModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        person.use(shift.messages(), shift.tasks(), model::people);
        person.onChosen(next, this::choose);
    }

    private void choose(Choice choice) {
        outcome.clear();
        walk.once(() -> model.choose(choice.name()))
                .onSuccess(this::chosen)
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void chosen(int devices) {
        if (devices < HardwareModel.MOST_DEVICES) {
            walk.go(Screen.HARDWARE_TOKEN);
        } else {
            model.full().on(outcome, Outcome.Kind.REFUSAL, shift.messages());
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
