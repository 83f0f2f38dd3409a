package fobsmith.firmware.nitrokey;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/**
 * What there is to know of a Nitrokey at one moment, except its PINs and its secrets.
 *
 * @param time of its clock, which counts only while there is power; 1970 without
 * @param bus USB/IP bus id under which it is plugged in; empty where it is not
 * @param slots those that are programmed, in order
 */
public record NitrokeyState(
        String serial,
        String model,
        Instant time,
        long errorMillis,
        Drift drift,
        List<Fault> faults,
        String bus,
        int userTriesLeft,
        int adminTriesLeft,
        List<Slot> slots)
        implements TokenState {

    /** A programmed slot: HOTP from 0x10, TOTP from 0x20. */
    public record Slot(int number, String name) {}

    public NitrokeyState {
        faults = List.copyOf(faults);
        slots = List.copyOf(slots);
    }

    @Override
    public NitrokeyState on(String otherBus) {
        return new NitrokeyState(
                serial, model, time, errorMillis, drift, faults, otherBus, userTriesLeft, adminTriesLeft, slots);
    }
}
