package fobsmith.firmware.parts;

import java.time.Instant;
import java.util.List;

/** What every token's state has, whatever its model. */
public record TokenSummary(String serial, String model, Instant time, long errorMillis, Drift drift, List<Fault> faults)
        implements TokenState {

    public TokenSummary {
        faults = List.copyOf(faults);
    }
}
