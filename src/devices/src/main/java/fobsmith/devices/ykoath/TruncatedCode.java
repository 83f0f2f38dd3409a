package fobsmith.devices.ykoath;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OneTimePassword;
import java.nio.ByteBuffer;

/** A truncated response: how many digits, and the 31 bits they come from (RFC 4226 section 5.3). */
final class TruncatedCode {
    static final int TAG = 0x76;
    private static final int LENGTH = 5;

    private final int digits;
    private final int bits;

    private TruncatedCode(int digits, int bits) {
        this.digits = digits;
        this.bits = bits;
    }

    /**
     * Reads an object of an answer.
     *
     * @param name of the model, for the refusal
     */
    static TruncatedCode of(Tlv object, String name) {
        if (object.tag() != TAG || object.value().length != LENGTH) {
            throw new DeviceException.Malformed("the %s answers something that is no code".formatted(name));
        }
        var value = ByteBuffer.wrap(object.value());
        return new TruncatedCode(value.get(), value.getInt() & 0x7fff_ffff);
    }

    int digits() {
        return digits;
    }

    /** For 6 to 10 digits. */
    OneTimePassword code() {
        var text = Integer.toString(bits);
        var padded = "0".repeat(Math.max(0, digits - text.length())) + text;
        return OneTimePassword.parse(padded.substring(padded.length() - digits));
    }
}
