package fobsmith.desk.resync;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.device.DeviceWords;
import javafx.fxml.FXML;

/** It is in step again. */
public final class ResyncDoneController {
    private final Shift shift;
    private final Walk walk;
    private final ResyncModel model;

    @FXML
    private Outcome outcome;

    ResyncDoneController(Shift shift, Walk walk, ResyncModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        outcome.say(
                Outcome.Kind.SUCCESS,
                messages.text("resync.done", new DeviceWords(messages).person(model.person())),
                messages.text("resync.done.next"));
    }

    @FXML
    void done() {
        walk.end();
    }
}
