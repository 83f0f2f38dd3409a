package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/** What there is to know of a single-profile token at one moment, except its seed. */
public record SingleProfileState(
        String serial,
        String model,
        Instant time,
        long errorMillis,
        Drift drift,
        List<Fault> faults,
        boolean carriesSeed,
        boolean locked)
        implements TokenState {

    public SingleProfileState {
        faults = List.copyOf(faults);
    }
}
