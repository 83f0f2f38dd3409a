package fobsmith.desk.resync;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.PersonSearch;
import fobsmith.desk.device.DeviceFailures;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Whose device? */
public final class ResyncPersonController {
    private final Shift shift;
    private final Walk walk;
    private final ResyncModel model;

    @FXML
    private PersonSearch person;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    ResyncPersonController(Shift shift, Walk walk, ResyncModel model) {
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
                .onSuccess(devices -> {
                    if (devices > 0) {
                        walk.go(Screen.RESYNC_CODES);
                    } else {
                        var messages = shift.messages();
                        outcome.say(
                                Outcome.Kind.REFUSAL,
                                messages.text("resync.no-device", choice.name()),
                                messages.text("resync.no-device.remedy"));
                    }
                })
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    @FXML
    void back() {
        walk.back();
    }
}
