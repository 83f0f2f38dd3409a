package fobsmith.firmware.parts;

import java.time.Duration;
import java.time.Instant;

/**
 * A simulated token as somebody has it in hand: looks at its display, and decides what happens to its clock. Thread-safe.
 * Closing it wipes its secrets; it refuses everything afterwards.
 */
public interface Token extends AutoCloseable {
    String serial();

    /** What there is to know of the token now, except its secrets. */
    TokenState state();

    /** What a person looking at the token now would read. */
    Display display();

    /** The clock shows this instant now and runs on at its own rate. From 1970 to 9999. */
    void setTime(Instant time);

    /** Moves the clock by so much; positive makes it fast. */
    void shift(Duration by);

    /** The clock runs on from what it shows, at the rate of a token of the drift's shelf time; its past error is not redone. */
    void setDrift(Drift drift);

    /** Switches a fault on; doing so twice changes nothing. */
    void fault(Fault fault);

    /** Switches a fault off; its damage to the clock stays. */
    void mend(Fault fault);

    @Override
    void close();
}
