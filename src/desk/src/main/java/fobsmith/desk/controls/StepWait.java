package fobsmith.desk.controls;

import java.time.Instant;
import java.time.InstantSource;

/** Where time stands between two codes: seconds left in the time step, by the clock on the wall (RFC 6238 section 4). */
final class StepWait {
    static final int STEP_SECONDS = 30;

    private final InstantSource clock;
    private long stepOfTheFirst = Long.MAX_VALUE;

    StepWait(InstantSource clock) {
        this.clock = clock;
    }

    /** 30 to 1. */
    int secondsLeft() {
        return STEP_SECONDS - Math.floorMod(clock.instant().getEpochSecond(), STEP_SECONDS);
    }

    /** Share of the step that is left, 1 to 0, to the millisecond. */
    double shareLeft() {
        return 1 - Math.floorMod(clock.instant().toEpochMilli(), STEP_SECONDS * 1000) / (STEP_SECONDS * 1000.0);
    }

    void firstTypedAt(Instant moment) {
        stepOfTheFirst = step(moment);
    }

    void startOver() {
        stepOfTheFirst = Long.MAX_VALUE;
    }

    /** The next code is shown by now, whichever way the token's clock has drifted: a step has begun since. */
    Phase phase() {
        if (stepOfTheFirst == Long.MAX_VALUE) {
            return Phase.FIRST;
        }
        return step(clock.instant()) > stepOfTheFirst ? Phase.SECOND : Phase.WAIT;
    }

    private static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /** What to do now. */
    enum Phase {
        FIRST,
        WAIT,
        SECOND
    }
}
