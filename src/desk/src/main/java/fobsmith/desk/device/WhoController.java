package fobsmith.desk.device;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.PersonSearch;
import fobsmith.registry.Token;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Whose device, or which fob: one field for both. */
public final class WhoController {
    private final Shift shift;
    private final Walk walk;
    private final Asker asker;
    private final Screen following;

    @FXML
    private PersonSearch who;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    /**
     * As the first screen of a flow.
     *
     * @param following where it leads, once something fits
     */
    public WhoController(Shift shift, Walk walk, Asker asker, Screen following) {
        this.shift = shift;
        this.walk = walk;
        this.asker = asker;
        this.following = following;
    }

    /** What the flow asks for. Searching and choosing block. */
    public interface Asker {
        List<Choice> search(String typed);

        /** What somebody has, or one fob alone. */
        List<Token> choose(Choice choice);

        boolean fits(Token token);

        /** Key of the sentence that a person has nothing that fits; it has a remedy. */
        String nothing();

        /** Key of the remedy where one alone does not fit. */
        String unfit();
    }

    @FXML
    void initialize() {
        who.use(shift.messages(), shift.tasks(), shift.messages().text("device.search"), asker::search);
        who.onChosen(next, this::choose);
    }

    private void choose(Choice choice) {
        outcome.clear();
        walk.once(() -> asker.choose(choice))
                .onSuccess(found -> chosen(choice, found))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start();
    }

    private void chosen(Choice choice, List<Token> found) {
        var messages = shift.messages();
        if (found.isEmpty()) {
            outcome.say(
                    Outcome.Kind.REFUSAL,
                    messages.text(asker.nothing(), choice.name()),
                    messages.text(asker.nothing() + ".remedy"));
        } else if (!asker.fits(found.getFirst())) {
            var state = new DeviceWords(messages).state(found.getFirst());
            outcome.say(
                    Outcome.Kind.REFUSAL,
                    messages.text("failure.token.state", choice.name(), state),
                    messages.text(asker.unfit()));
        } else {
            walk.go(following);
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
