package fobsmith.desk.virtual;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.PersonSearch;
import fobsmith.desk.device.DeviceFailures;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** For whom? */
public final class PersonController {
    private final Shift shift;
    private final Walk walk;
    private final PersonModel model;
    private final Screen following;

    @FXML
    private PersonSearch person;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    PersonController(Shift shift, Walk walk, PersonModel model, Screen following) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
        this.following = following;
    }

    @FXML
    void initialize() {
        person.use(shift.messages(), shift.tasks(), model::people);
        person.onChosen(next, this::choose);
    }

    private void choose(Choice choice) {
        outcome.clear();
        walk.once(() -> model.choose(choice.name()))
                .onSuccess(room -> {
                    if (room) {
                        walk.go(following);
                    } else {
                        full(choice.name());
                    }
                })
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void full(String name) {
        var messages = shift.messages();
        outcome.say(
                Outcome.Kind.REFUSAL,
                messages.text("virtual.full", name, String.valueOf(PersonModel.most())),
                messages.text("virtual.full.remedy"));
    }

    @FXML
    void back() {
        walk.back();
    }
}
