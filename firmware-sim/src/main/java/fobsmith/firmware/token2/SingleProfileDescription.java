package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Drift;
import java.util.regex.Pattern;

/**
 * A single-profile token as it leaves the factory.
 *
 * @param serial 14 letters and digits; the first seven say which model it is
 * @param restrictedSync CONFIG deletes the seed: true in all that the vendor sells, since the clock could else be set ahead
 *     to read codes of the future
 * @param locksForGood a wrong answer to a challenge locks the token for ever, as firmware before 2025 does
 */
public record SingleProfileDescription(String serial, Drift drift, boolean restrictedSync, boolean locksForGood) {
    /** The serial of an OTPC-P2-i that nobody has given one, as in token2/openT2OTP. */
    public static final String FIRST_SERIAL = "86596220000001";

    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9]{14}");

    public SingleProfileDescription {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("serial \"%s\" is not 14 letters and digits".formatted(serial));
        }
    }

    /** One of today's firmware with a perfect clock. */
    public static SingleProfileDescription of(String serial) {
        return new SingleProfileDescription(serial, Drift.NONE, true, false);
    }

    public SingleProfileDescription withDrift(Drift other) {
        return new SingleProfileDescription(serial, other, restrictedSync, locksForGood);
    }

    public SingleProfileDescription withRestrictedSync(boolean restricted) {
        return new SingleProfileDescription(serial, drift, restricted, locksForGood);
    }

    public SingleProfileDescription withLocksForGood(boolean locks) {
        return new SingleProfileDescription(serial, drift, restrictedSync, locks);
    }

    /** Vendor and model. */
    public String model() {
        return SingleProfileModel.of(serial).fullName();
    }
}
