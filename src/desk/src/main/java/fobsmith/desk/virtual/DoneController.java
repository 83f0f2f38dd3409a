package fobsmith.desk.virtual;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** The app's codes are good from now on. */
public final class DoneController {
    private final Shift shift;
    private final Walk walk;
    private final VirtualModel model;

    @FXML
    private Outcome outcome;

    @FXML
    private Label arn;

    DoneController(Shift shift, Walk walk, VirtualModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        outcome.say(
                Outcome.Kind.SUCCESS,
                messages.text("virtual.done", model.personName(), model.serial().name()),
                messages.text("virtual.done.next"));
        arn.setText(model.serial().value());
    }

    @FXML
    void done() {
        walk.end();
    }
}
