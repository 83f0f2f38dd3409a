package fobsmith.desk.person;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.TokenPicker;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Which fob becomes root's. */
public final class RootFobController {
    private final Shift shift;
    private final Walk walk;
    private final PersonModel model;

    @FXML
    private TokenPicker fob;

    @FXML
    private Button next;

    RootFobController(Shift shift, Walk walk, PersonModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        fob.use(
                shift.messages(),
                shift.tasks(),
                () -> model.pluggedIn(shift.desk().bench().scan()),
                model::stock);
        fob.onChosen(next, this::choose);
    }

    private void choose(Choice choice) {
        model.chooseFob(choice.name());
        walk.go(Screen.ROOT_CODES);
    }

    @FXML
    void back() {
        walk.back();
    }
}
