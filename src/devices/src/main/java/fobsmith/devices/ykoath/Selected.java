package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the OATH application says when it is selected. */
final class Selected {
    private static final byte[] APPLICATION = Apdu.of(0xa0, 0x00, 0x00, 0x05, 0x27, 0x21, 0x01);
    private static final int SALT = 0x71;
    private static final int CHALLENGE = 0x74;
    private static final int VERSION = 0x79;
    private static final int PIN_TRIES = 0x82;
    private static final int SERIAL = 0x8f;
    private static final byte[] NO_SALT = {};

    private final Version version;
    private final byte[] salt;
    private final byte @Nullable [] challenge;
    private final byte @Nullable [] serial;
    private final boolean hasPin;

    private Selected(List<Tlv> all) {
        var said = required(all, VERSION, "version", 3);
        this.version = new Version(said[0] & 0xff, said[1] & 0xff, said[2] & 0xff);
        this.hasPin = Tlv.find(all, PIN_TRIES).isPresent();
        this.salt = hasPin ? NO_SALT : required(all, SALT, "salt", 8);
        this.challenge = optional(all, CHALLENGE, "challenge", 8);
        this.serial = optional(all, SERIAL, "serial number", 4);
    }

    /** @throws DeviceException.Unsupported where the token has no such application, or it is switched off */
    static Selected on(OathCard card) {
        var answer = card.select(APPLICATION);
        return switch (answer.status().value()) {
            case Refusals.NO_APPLICATION, Refusals.UNKNOWN_INSTRUCTION, Refusals.WRONG_PARAMETERS ->
                throw new DeviceException.Unsupported(
                        "this %s has no OATH application, or it is switched off".formatted(card.name()));
            default -> parse(Refusals.data("SELECT", answer));
        };
    }

    static Selected parse(byte[] data) {
        return new Selected(Tlv.parse(data));
    }

    Version version() {
        return version;
    }

    /** Of the password; drawn anew at each reset. Empty where a PIN guards the credentials, which is told in its place. */
    byte[] salt() {
        return salt;
    }

    /** Where a password is set. */
    byte @Nullable [] challenge() {
        return challenge;
    }

    /** Where the model tells it here. */
    byte @Nullable [] serial() {
        return serial;
    }

    /** Whether a PIN guards the credentials. */
    boolean hasPin() {
        return hasPin;
    }

    private static byte[] required(List<Tlv> all, int tag, String what, int length) {
        var value = optional(all, tag, what, length);
        if (value == null) {
            throw new DeviceException.Malformed("the token does not tell its " + what);
        }
        return value;
    }

    private static byte @Nullable [] optional(List<Tlv> all, int tag, String what, int length) {
        var value = Tlv.find(all, tag).orElse(null);
        if (value != null && value.length != length) {
            throw new DeviceException.Malformed(
                    "the token's %s has %d bytes instead of %d".formatted(what, value.length, length));
        }
        return value;
    }

    /** Whether both are of one token that was not reset in between. */
    boolean isSameToken(Selected other) {
        return Arrays.equals(salt, other.salt);
    }
}
