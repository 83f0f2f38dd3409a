package fobsmith.devices.ykoath;

import static java.nio.charset.StandardCharsets.UTF_8;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.util.Arrays;

/** A credential as LIST tells it. */
final class Listed {
    private static final int ENTRY = 0x72;
    private static final int TIME_BASED = 0x20;

    /** High half 2 where it follows the time; low half 1, 2, 3 for SHA-1, SHA-256, SHA-512. */
    private final int typeAndAlgorithm;

    private final byte[] raw;
    private final CredentialId id;

    private Listed(int typeAndAlgorithm, byte[] raw, CredentialId id) {
        this.typeAndAlgorithm = typeAndAlgorithm;
        this.raw = raw;
        this.id = id;
    }

    /** The id as the token knows it, which others may have written in their own way. Not a copy. */
    byte[] raw() {
        return raw;
    }

    CredentialId id() {
        return id;
    }

    static Listed of(Tlv entry) {
        if (entry.tag() != ENTRY || entry.value().length < 2) {
            throw new DeviceException.Malformed("the token lists something that is no credential");
        }
        int type = entry.value()[0] & 0xff;
        var raw = Arrays.copyOfRange(entry.value(), 1, entry.value().length);
        var text = new String(raw, UTF_8);
        return new Listed(type, raw, isTimeBased(type) ? CredentialId.timeBased(text) : CredentialId.counting(text));
    }

    private static boolean isTimeBased(int type) {
        return (type & 0xf0) == TIME_BASED;
    }

    /** What LIST and PUT say of a time-based credential with this hash. */
    static int timeBased(HmacAlgorithm algorithm) {
        return TIME_BASED
                | switch (algorithm) {
                    case SHA1 -> 1;
                    case SHA256 -> 2;
                    case SHA512 -> 3;
                };
    }

    /** Whether codes come the way of this profile, as far as the token knows. */
    boolean isOf(OtpProfile.Totp otp) {
        return typeAndAlgorithm == timeBased(otp.algorithm()) && id.period().equals(otp.timeStep());
    }
}
