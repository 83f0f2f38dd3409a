package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/**
 * What there is to know of a single-profile token at one moment, except its seed.
 *
 * @param bus the reader's slot that holds it; empty where none does
 * @param locked for good, by a wrong answer
 */
public record SingleProfileState(
        String serial,
        String model,
        Instant time,
        long errorMillis,
        Drift drift,
        List<Fault> faults,
        String bus,
        boolean carriesSeed,
        boolean locked)
        implements TokenState {

    public SingleProfileState {
        faults = List.copyOf(faults);
    }

    @Override
    public SingleProfileState on(String otherBus) {
        return new SingleProfileState(serial, model, time, errorMillis, drift, faults, otherBus, carriesSeed, locked);
    }
}
