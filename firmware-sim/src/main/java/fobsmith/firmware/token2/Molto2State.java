package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/**
 * What there is to know of a Molto2 at one moment, except its seeds and its customer key.
 *
 * @param bus USB/IP bus id under which it is plugged in; empty where it is not
 * @param triesLeft answers to a challenge that may still be wrong
 * @param profiles those with a seed or a title, in order
 */
public record Molto2State(
        String serial,
        String model,
        Instant time,
        long errorMillis,
        Drift drift,
        List<Fault> faults,
        String bus,
        int triesLeft,
        WaitingFor waitingFor,
        List<Profile> profiles)
        implements TokenState {

    /** What it says of itself. */
    public static final String MODEL = "Token2 Molto2";

    /** One profile; the first is number 0. */
    public record Profile(int number, String title, boolean carriesSeed) {}

    public Molto2State {
        faults = List.copyOf(faults);
        profiles = List.copyOf(profiles);
    }

    @Override
    public Molto2State on(String otherBus) {
        return new Molto2State(
                serial, model, time, errorMillis, drift, faults, otherBus, triesLeft, waitingFor, profiles);
    }
}
