package fobsmith.desk.person;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.TokenPicker;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.hardware.Pick;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Which fob becomes root's. */
public final class RootFobController {
    private final Shift shift;
    private final Walk walk;
    private final RootModel model;

    @FXML
    private TokenPicker fob;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    RootFobController(Shift shift, Walk walk, RootModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        fob.use(shift.messages(), shift.tasks(), model::pluggedIn, model::stock);
        fob.onChosen(next, this::choose);
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
            case Pick.Ready(var serial) -> {
                model.take(serial);
                walk.go(Screen.ROOT_CODES);
            }
            case Pick.Refused(var why) -> why.on(outcome, Outcome.Kind.REFUSAL, shift.messages());
            case Pick.Fresh(var serial, var _) ->
                throw new IllegalStateException("root's %s has no seed".formatted(serial));
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
