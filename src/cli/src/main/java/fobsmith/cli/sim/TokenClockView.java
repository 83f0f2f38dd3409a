package fobsmith.cli.sim;

import fobsmith.firmware.parts.TokenState;
import java.time.Instant;

/** A simulated token's clock, as commands print it. */
record TokenClockView(String serial, String model, Instant time, double errorSeconds) {
    static TokenClockView of(TokenState state) {
        return new TokenClockView(state.serial(), state.model(), state.time(), state.errorMillis() / 1000.0);
    }

    String text() {
        return "%s shows %s, %+.1f s off".formatted(serial, time, errorSeconds);
    }
}
