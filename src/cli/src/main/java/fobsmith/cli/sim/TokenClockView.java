package fobsmith.cli.sim;

import fobsmith.firmware.fob.FobState;
import java.time.Instant;

/** A simulated token's clock, as commands print it. */
record TokenClockView(String serial, Instant time, double errorSeconds) {
    static TokenClockView of(FobState state) {
        return new TokenClockView(state.serial(), state.time(), state.errorMillis() / 1000.0);
    }

    String text() {
        return "%s shows %s, %+.1f s off".formatted(serial, time, errorSeconds);
    }
}
