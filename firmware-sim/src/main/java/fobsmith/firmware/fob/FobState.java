package fobsmith.firmware.fob;

import java.time.Instant;
import java.util.List;

/**
 * What there is to know of a fob at one moment, except its seed.
 *
 * @param time what the fob's own clock shows
 * @param errorMillis how far that clock runs ahead of the simulator's real time; negative where it is slow
 * @param faults the active faults, in the order of their declaration
 */
public record FobState(
        String serial, String model, Profile profile, Instant time, long errorMillis, Drift drift, List<Fault> faults) {

    public FobState {
        faults = List.copyOf(faults);
    }
}
