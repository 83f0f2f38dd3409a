package fobsmith.desk.person;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.PersonSearch;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Who? */
public final class PersonWhoController {
    private final Shift shift;
    private final Walk walk;
    private final PersonModel model;

    @FXML
    private PersonSearch person;

    @FXML
    private Button next;

    PersonWhoController(Shift shift, Walk walk, PersonModel model) {
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
        walk.once(() -> model.choose(choice.name()))
                .onSuccess(_ -> walk.go(Screen.PERSON_DEVICES))
                .start();
    }

    @FXML
    void back() {
        walk.back();
    }
}
