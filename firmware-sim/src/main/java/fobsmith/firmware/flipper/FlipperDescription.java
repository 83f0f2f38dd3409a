package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.Drift;
import java.util.regex.Pattern;

/**
 * A Flipper Zero as it is unpacked, the Authenticator on its card.
 *
 * @param uid its hardware_uid, 16 hexadecimal digits in capitals: the serial number
 * @param name what it calls itself, 1 to 8 letters and digits
 * @param capacity how many entries fit on its card, 1 to 118; one more is an error in the configuration file
 */
public record FlipperDescription(String uid, String name, Drift drift, int capacity) {
    /** The serial of a token that nobody has given one; assumed in its form. */
    public static final String FIRST_UID = "5A11CE0027E18000";

    static final String MODEL = "Flipper Zero";

    private static final Pattern UID = Pattern.compile("[0-9A-F]{16}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]{1,8}");

    public FlipperDescription {
        if (!UID.matcher(uid).matches()) {
            throw new IllegalArgumentException("serial \"%s\" is not 16 hexadecimal digits".formatted(uid));
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name \"%s\" is not 1 to 8 letters and digits".formatted(name));
        }
        if (capacity < 1 || capacity >= Memory.SLOTS) {
            throw new IllegalArgumentException(
                    "%d entries are not between 1 and %d".formatted(capacity, Memory.SLOTS - 1));
        }
    }

    /** One with a perfect clock and room for 100 entries. */
    public static FlipperDescription of(String uid, String name) {
        return new FlipperDescription(uid, name, Drift.NONE, 100);
    }

    public FlipperDescription withDrift(Drift other) {
        return new FlipperDescription(uid, name, other, capacity);
    }

    public FlipperDescription withCapacity(int other) {
        return new FlipperDescription(uid, name, drift, other);
    }
}
