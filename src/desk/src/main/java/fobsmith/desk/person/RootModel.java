package fobsmith.desk.person;

import fobsmith.desk.Shift;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.hardware.Pick;
import fobsmith.desk.hardware.Picking;
import fobsmith.desk.hardware.Said;
import fobsmith.desk.hardware.TokenChoices;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.PairOutcome;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.SerialNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a walk through Root's device knows of the fob that becomes root's. Its verbs block on the registry and are called away
 * from the screen's thread, one at a time.
 */
final class RootModel {
    private final Console console;
    private final TokenChoices choices;
    private final Picking picking;
    private final PersonModel root;
    private volatile @Nullable SerialNumber fob;

    RootModel(Shift shift, PersonModel root) {
        this.root = root;
        console = shift.console();
        choices = new TokenChoices(console, shift.desk().bench(), shift.messages(), "root.choice.fresh");
        picking = new Picking(console, choices);
    }

    List<Choice> pluggedIn() {
        return choices.pluggedIn();
    }

    List<Choice> stock(String typed) {
        return choices.stock(typed, root.person());
    }

    /** Whether this fob can become root's; no token gets a seed on the way. */
    Pick pick(String name) {
        return switch (picking.pick(name, root.person())) {
            case Pick.Fresh(var serial, var returned) ->
                new Pick.Refused(Said.of(returned ? "hardware.pick.returned" : "root.fob.seedless", serial));
            case Pick.Ready ready -> ready;
            case Pick.Refused refused -> refused;
        };
    }

    /** The fob that is to be root's. */
    void take(SerialNumber serial) {
        fob = serial;
    }

    SerialNumber fob() {
        return Objects.requireNonNull(fob, "no fob has been chosen");
    }

    /** Makes the fob root's; where the codes came late, that is done all the same. */
    PairOutcome enable(TypedPair typed) {
        var outcome = console.devices().enable(root.person(), fob(), typed);
        switch (outcome) {
            case PairOutcome.Done(var token) ->
                root.given(new Given(token, token.suspect() ? Given.Clock.STRAYED : Given.Clock.IN_STEP));
            case PairOutcome.OutOfSync(var token, var _) -> root.given(new Given(token, Given.Clock.OUT_OF_STEP));
            case PairOutcome.Refused _ -> {}
        }
        return outcome;
    }

    /** Why it did not become root's; empty where the refusal says it better. */
    Optional<Said> whyNot(RuntimeException refusal) {
        return picking.whyNot(fob(), root.person(), refusal);
    }

    /** Learns anew how far its clock is off, after codes that were old and taught something else. */
    PairOutcome resync(TypedPair typed) {
        var outcome = console.devices().resync(root.person(), fob(), typed);
        if (outcome instanceof PairOutcome.Done(var token)) {
            root.given(new Given(token, Given.Clock.IN_STEP));
        }
        return outcome;
    }
}
