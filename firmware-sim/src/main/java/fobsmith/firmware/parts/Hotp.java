package fobsmith.firmware.parts;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HOTP values as a token's chip computes them, by RFC 4226 section 5.3. */
public final class Hotp {
    private Hotp() {}

    /** The seed's value of so many digits for a counter or time step, as displayed. */
    public static String value(byte[] seed, Algorithm algorithm, int digits, long movingFactor) {
        var hash = hash(seed, algorithm, movingFactor);
        long number = truncated(hash);
        var shown = new char[digits];
        for (int i = shown.length - 1; i >= 0; i--) {
            shown[i] = (char) ('0' + number % 10);
            number /= 10;
        }
        return new String(shown);
    }

    /** Dynamic truncation: 31 bits, from where the last half-byte points. */
    private static long truncated(byte[] hash) {
        int at = hash[hash.length - 1] & 0x0f;
        return (hash[at] & 0x7fL) << 24
                | (hash[at + 1] & 0xffL) << 16
                | (hash[at + 2] & 0xffL) << 8
                | (hash[at + 3] & 0xffL);
    }

    private static byte[] hash(byte[] seed, Algorithm algorithm, long movingFactor) {
        try {
            var mac = Mac.getInstance(algorithm.macName());
            mac.init(new SecretKeySpec(seed, "RAW"));
            return mac.doFinal(bigEndian(movingFactor));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm.macName(), e);
        }
    }

    private static byte[] bigEndian(long value) {
        var bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (value >> (56 - 8 * i));
        }
        return bytes;
    }
}
