package fobsmith.desk.lost;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.PersonSearch;
import fobsmith.desk.device.DeviceWords;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Whose device, or which fob. */
public final class LostWhoController {
    private final Shift shift;
    private final Walk walk;
    private final LostModel model;

    @FXML
    private PersonSearch who;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    LostWhoController(Shift shift, Walk walk, LostModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        who.use(shift.messages(), shift.tasks(), shift.messages().text("device.search"), model::search);
        who.onChosen(next, this::choose);
    }

    private void choose(Choice choice) {
        shift.tasks()
                .create(() -> model.choose(choice))
                .onSuccess(devices -> chosen(choice, devices))
                .start();
    }

    private void chosen(Choice choice, List<Token> devices) {
        var messages = shift.messages();
        if (devices.isEmpty()) {
            outcome.say(
                    Outcome.Kind.REFUSAL,
                    messages.text("lost.no-device", choice.name()),
                    messages.text("lost.no-device.remedy"));
        } else if (!LostModel.canBeLost(devices.getFirst())
                && devices.getFirst().state() != TokenState.LOST) {
            outcome.say(
                    Outcome.Kind.REFUSAL,
                    messages.text(
                            "failure.token.state", choice.name(), new DeviceWords(messages).state(devices.getFirst())),
                    messages.text("lost.cannot-be"));
        } else {
            walk.go(Screen.LOST_DEVICE);
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
