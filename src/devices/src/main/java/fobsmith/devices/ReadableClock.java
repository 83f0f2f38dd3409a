package fobsmith.devices;

import java.time.Instant;

/** A session with a token that has a clock of its own and tells its time. */
public interface ReadableClock {
    /** What the token's clock shows now, to the second. */
    Instant readClock();
}
