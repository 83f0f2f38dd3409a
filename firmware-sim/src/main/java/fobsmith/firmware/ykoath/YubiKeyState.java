package fobsmith.firmware.ykoath;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.TokenState;
import java.time.Instant;
import java.util.List;

/**
 * What there is to know of a token of this family at one moment, except its keys. It has no clock: its time is the
 * simulator's, and never wrong; nor can any of the faults there are befall it.
 *
 * @param version of its firmware
 * @param bus USB/IP bus id under which it is plugged in; empty where it is not
 * @param accessKeySet whether it asks for an access key
 * @param waitsForTouch whether a command waits for somebody to touch it now
 * @param credentials in the order of LIST
 */
public record YubiKeyState(
        String serial,
        String model,
        Instant time,
        long errorMillis,
        Drift drift,
        List<Fault> faults,
        String version,
        String bus,
        boolean accessKeySet,
        boolean waitsForTouch,
        List<Account> credentials)
        implements TokenState {

    /** One credential: its id as it stands on the token, HOTP or TOTP, and what it is made of. */
    public record Account(String id, String type, String algorithm, int digits, boolean touch) {}

    public YubiKeyState {
        faults = List.copyOf(faults);
        credentials = List.copyOf(credentials);
    }

    @Override
    public YubiKeyState on(String otherBus) {
        return new YubiKeyState(
                serial,
                model,
                time,
                errorMillis,
                drift,
                faults,
                version,
                otherBus,
                accessKeySet,
                waitsForTouch,
                credentials);
    }
}
