package fobsmith.desk.whose;

import fobsmith.iam.console.Console;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.FindOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a walk through Whose is this knows: how far the search is, and what it found. Thread-safe; one search at a time. */
final class WhoseModel {
    private final Console console;
    private volatile double progress;
    private volatile boolean givenUp;
    private volatile FindOutcome.@Nullable Found found;

    WhoseModel(Console console) {
        this.console = console;
    }

    /** A search is about to be made. */
    void begin() {
        progress = 0;
        givenUp = false;
    }

    /** Blocks until it has found something, or everything has been looked at, or somebody gave it up. */
    FindOutcome search(TypedPair typed) {
        var outcome = console.whose().find(typed.codes(), this::looked);
        if (outcome instanceof FindOutcome.Found it) {
            found = it;
        }
        return outcome;
    }

    private boolean looked(long done, long total) {
        progress = total == 0 ? 1 : (double) done / total;
        return !givenUp;
    }

    /** Ends the search that runs, soon. */
    void giveUp() {
        givenUp = true;
    }

    /** How much of the tokens has been looked at, 0 to 1. */
    double progress() {
        return progress;
    }

    FindOutcome.Found found() {
        return Objects.requireNonNull(found, "nothing has been found");
    }
}
