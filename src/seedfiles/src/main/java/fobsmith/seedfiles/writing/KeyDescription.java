package fobsmith.seedfiles.writing;

import fobsmith.oath.OtpProfile;
import fobsmith.seedfiles.KeyPackage;
import fobsmith.seedfiles.SeedFileException;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a key, but for its seed. Texts are empty where there is nothing to say.
 *
 * @param serial 1 to 64 printable characters
 * @param slot 1 to 99 of a token with several keys, else 0
 * @param counter of the next code of a HOTP key
 * @param timeDrift time steps, not seconds, by which the token's clock was seen to be ahead
 */
public record KeyDescription(
        String serial,
        int slot,
        String manufacturer,
        String model,
        String issuer,
        String userId,
        OtpProfile profile,
        @Nullable Long counter,
        @Nullable Integer timeDrift) {
    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_TEXT = 256;

    public KeyDescription {
        if (serial.isEmpty() || serial.length() > LONGEST_SERIAL) {
            throw SeedFileException.notWritable(
                    "a serial number of %d characters is not 1 to %d".formatted(serial.length(), LONGEST_SERIAL));
        }
        if (slot < 0 || slot > 99) {
            throw SeedFileException.notWritable("token %s has slot %d, which is not 0 to 99".formatted(serial, slot));
        }
        requirePrintable("serial number", serial);
        requirePrintable("manufacturer", manufacturer);
        requirePrintable("model", model);
        requirePrintable("issuer", issuer);
        requirePrintable("user id", userId);
    }

    private static void requirePrintable(String what, String text) {
        boolean printable = text.length() <= LONGEST_TEXT
                && text.strip().length() == text.length()
                && text.codePoints().noneMatch(KeyDescription::isUnprintable);
        if (!printable) {
            throw SeedFileException.notWritable(
                    "a %s is longer than %d characters, or not of printable characters only, or begins or ends with a blank"
                            .formatted(what, LONGEST_TEXT));
        }
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || character == 0xfffe
                || character == 0xffff;
    }

    /** A key of which only this much is known. */
    public static KeyDescription of(String serial, OtpProfile profile) {
        return new KeyDescription(serial, 0, "", "", "", "", profile, null, null);
    }

    /** All that a key package of another file says and a file can be made to say again; policies are not written. */
    public static KeyDescription of(KeyPackage key) {
        return new KeyDescription(
                key.serial(),
                key.slot().orElse(0),
                key.manufacturer(),
                key.model(),
                key.issuer(),
                key.userId(),
                key.profile(),
                key.counter().isPresent() ? key.counter().getAsLong() : null,
                key.timeDrift().isPresent() ? key.timeDrift().getAsInt() : null);
    }

    /** The same, of this manufacturer and model. */
    public KeyDescription madeBy(String otherManufacturer, String otherModel) {
        return new KeyDescription(
                serial, slot, otherManufacturer, otherModel, issuer, userId, profile, counter, timeDrift);
    }

    /** The same, of this user. */
    public KeyDescription ownedBy(String otherUserId) {
        return new KeyDescription(serial, slot, manufacturer, model, issuer, otherUserId, profile, counter, timeDrift);
    }

    /** The same, in this slot of the token. */
    public KeyDescription inSlot(int other) {
        return new KeyDescription(serial, other, manufacturer, model, issuer, userId, profile, counter, timeDrift);
    }

    /** The same, with this counter of the next code. */
    public KeyDescription countingFrom(long next) {
        return new KeyDescription(serial, slot, manufacturer, model, issuer, userId, profile, next, timeDrift);
    }

    /** A fault that names this token. */
    SeedFileException notWritable(String reason) {
        return SeedFileException.notWritable("token %s %s".formatted(serial, reason));
    }
}
