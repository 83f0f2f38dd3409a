package fobsmith.firmware.ykoath;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an HMAC is made with, in the low half of a type-and-algorithm byte. */
enum Hash {
    SHA1(1),
    SHA256(2),
    SHA512(3);

    private static final int LOW_HALF = 0x0f;

    private final int code;

    Hash(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<Hash> of(int typeAndAlgorithm) {
        return Arrays.stream(values())
                .filter(hash -> hash.code == (typeAndAlgorithm & LOW_HALF))
                .findFirst();
    }

    /** RFC 2104. */
    byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("Hmac" + name());
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks an HMAC with " + name(), e);
        }
    }

    /** Dynamic truncation of RFC 4226 section 5.3: four bytes from where the last half-byte points, without the top bit. */
    static byte[] truncated(byte[] hmac) {
        int at = hmac[hmac.length - 1] & LOW_HALF;
        var value = Arrays.copyOfRange(hmac, at, at + Integer.BYTES);
        value[0] &= 0x7f;
        return value;
    }
}
