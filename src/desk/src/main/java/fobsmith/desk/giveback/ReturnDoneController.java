package fobsmith.desk.giveback;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceWords;
import fobsmith.registry.TokenState;
import javafx.fxml.FXML;

/** Stock again; or back, and still to be checked. */
public final class ReturnDoneController {
    private final Shift shift;
    private final Walk walk;
    private final GivebackModel model;

    @FXML
    private Page page;

    @FXML
    private Outcome outcome;

    ReturnDoneController(Shift shift, Walk walk, GivebackModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        if (model.fob().state() != TokenState.PROVEN) {
            say(Outcome.Kind.WARNING, "return.unchecked.title", "return.unchecked", "return.unchecked.next");
        } else if (model.fob().suspect()) {
            say(Outcome.Kind.WARNING, "return.proven.title", "return.strayed", "return.strayed.next");
        } else {
            say(Outcome.Kind.SUCCESS, "return.proven.title", "return.proven", "return.proven.next");
        }
    }

    private void say(Outcome.Kind kind, String title, String sentence, String next) {
        var messages = shift.messages();
        page.setTitle(messages.text(title));
        outcome.say(kind, messages.text(sentence, DeviceWords.name(model.fob())), messages.text(next));
    }

    @FXML
    void done() {
        walk.end();
    }
}
