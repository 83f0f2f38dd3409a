package fobsmith.desk.giveback;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.PersonSearch;
import fobsmith.desk.device.DeviceWords;
import fobsmith.registry.Token;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Whose fob, or which. */
public final class ReturnWhoController {
    private final Shift shift;
    private final Walk walk;
    private final GivebackModel model;

    @FXML
    private PersonSearch who;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    ReturnWhoController(Shift shift, Walk walk, GivebackModel model) {
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
                .onSuccess(fobs -> chosen(choice, fobs))
                .start();
    }

    private void chosen(Choice choice, List<Token> fobs) {
        var messages = shift.messages();
        if (fobs.isEmpty()) {
            outcome.say(
                    Outcome.Kind.REFUSAL,
                    messages.text("return.no-fob", choice.name()),
                    messages.text("return.no-fob.remedy"));
        } else if (!GivebackModel.canComeBack(fobs.getFirst())) {
            outcome.say(
                    Outcome.Kind.REFUSAL,
                    messages.text(
                            "failure.token.state", choice.name(), new DeviceWords(messages).state(fobs.getFirst())),
                    messages.text("return.not-out"));
        } else {
            walk.go(Screen.RETURN_FOB);
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
