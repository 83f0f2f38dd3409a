package fobsmith.firmware.fob;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/** What there is to know of a fob at one moment, except its seed. */
public record FobState(
        String serial, String model, Profile profile, Instant time, long errorMillis, Drift drift, List<Fault> faults)
        implements TokenState {

    public FobState {
        faults = List.copyOf(faults);
    }
}
