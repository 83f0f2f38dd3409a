package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/**
 * What there is to know of a Flipper at one moment, except its seeds and its PIN.
 *
 * @param time UTC as the application believes: the clock less the time zone
 * @param bus where it is plugged in; empty where it is not, or where whoever asks does not know
 * @param open whether the application is open
 */
public record FlipperState(
        String serial,
        String model,
        Instant time,
        long errorMillis,
        Drift drift,
        List<Fault> faults,
        String name,
        String bus,
        boolean open,
        WaitingFor waitingFor,
        List<Item> entries)
        implements TokenState {

    /** One entry; the first is number 0. */
    public record Item(int number, String name, String type) {}

    public FlipperState {
        faults = List.copyOf(faults);
        entries = List.copyOf(entries);
    }

    /** The same, plugged in there. */
    @Override
    public FlipperState on(String otherPort) {
        return new FlipperState(
                serial, model, time, errorMillis, drift, faults, name, otherPort, open, waitingFor, entries);
    }
}
