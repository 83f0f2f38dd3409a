package fobsmith.desk.whose;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.device.DeviceList;
import fobsmith.desk.device.DeviceWords;
import fobsmith.desk.giveback.GivebackModel;
import fobsmith.desk.resync.ResyncModel;
import fobsmith.registry.FindOutcome;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Which token it is, whose, how it stands, and what fits it next. */
public final class WhoseFoundController {
    private final Shift shift;
    private final Walk walk;
    private final WhoseModel model;
    private final GivebackModel giveback;
    private final ResyncModel resync;

    @FXML
    private DeviceList token;

    @FXML
    private Outcome outcome;

    @FXML
    private Outcome refusal;

    @FXML
    private Button takeBack;

    @FXML
    private Button resynchronise;

    WhoseFoundController(Shift shift, Walk walk, WhoseModel model, GivebackModel giveback, ResyncModel resync) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
        this.giveback = giveback;
        this.resync = resync;
    }

    @FXML
    void initialize() {
        var found = model.found();
        token.use(shift.messages());
        token.show(List.of(found.token()));
        token.onChosen(this::done);
        describe(found);
        offer(takeBack, comesBack(found));
        offer(resynchronise, found.token().suspect() && isSomebodys(found));
    }

    private static void offer(Button button, boolean fits) {
        button.setVisible(fits);
        button.setManaged(fits);
    }

    private static boolean comesBack(FindOutcome.Found found) {
        return GivebackModel.canComeBack(found.token());
    }

    private static boolean isSomebodys(FindOutcome.Found found) {
        return found.owner() != null && found.token().state() == TokenState.ENABLED;
    }

    private void describe(FindOutcome.Found found) {
        switch (found.token().state()) {
            case ENABLED ->
                say(
                        Outcome.Kind.SUCCESS,
                        "whose.enabled",
                        comesBack(found) ? "whose.enabled.next" : "whose.phone.next");
            case RESERVED -> say(Outcome.Kind.SUCCESS, "whose.reserved", "whose.reserved.next");
            case IMPORTED, PROVEN -> say(Outcome.Kind.SUCCESS, "whose.stock", "whose.stock.next");
            case RETURNED -> say(Outcome.Kind.SUCCESS, "whose.returned", "whose.returned.next");
            case LOST -> say(Outcome.Kind.WARNING, "whose.lost", "whose.lost.next");
            case UNASSIGNED -> say(Outcome.Kind.SUCCESS, "whose.unassigned", "whose.unassigned.next");
            case WRITING, RETIRED, VOID -> throw new IllegalStateException("no code of such a token is looked at");
        }
    }

    private void say(Outcome.Kind kind, String sentence, String next) {
        var messages = shift.messages();
        outcome.say(kind, messages.text(sentence, name(), owner()), messages.text(next, owner()));
    }

    private String name() {
        return DeviceWords.name(model.found().token());
    }

    private String owner() {
        var owner = model.found().owner();
        return owner == null ? "" : new DeviceWords(shift.messages()).person(owner);
    }

    /** A device is still to be taken from its person, who is asked about first; a lost fob is nobody's. */
    @FXML
    void takeBack() {
        var found = model.found();
        giveback.choose(found.token(), found.owner());
        if (found.token().state() == TokenState.LOST) {
            takeBack(found.token());
        } else {
            walk.go(Screen.RETURN_FOB);
        }
    }

    private void takeBack(Token lost) {
        walk.deed(() -> giveback.takeBack(lost))
                .onSuccess(_ -> walk.goForGood(Screen.RETURN_CODES))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, refusal))
                .start();
    }

    @FXML
    void resynchronise() {
        var found = model.found();
        resync.choose(Objects.requireNonNull(found.owner()), found.token().serial());
        walk.go(Screen.RESYNC_CODES);
    }

    @FXML
    void done() {
        walk.end();
    }
}
