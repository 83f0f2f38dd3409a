package fobsmith.firmware.parts;

import java.time.Instant;
import java.util.List;

/** What there is to know of any token at one moment, except its secrets. */
public interface TokenState {
    String serial();

    String model();

    /** What the token's own clock shows. */
    Instant time();

    /** How far that clock runs ahead of the simulator's real time; negative where it is slow. */
    long errorMillis();

    Drift drift();

    /** The active faults, in the order of their declaration. */
    List<Fault> faults();

    /**
     * The same, plugged in there; a token without a plug stays as it is.
     *
     * @param place USB/IP bus id, port or path; empty where it is not plugged in
     */
    default TokenState on(String place) {
        return this;
    }
}
