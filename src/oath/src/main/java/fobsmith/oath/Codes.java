package fobsmith.oath;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The codes of one seed under one profile, by moving factor. Keyed once, so that a search over thousands of steps costs one
 * HMAC each. Lives only inside {@link #with}; one thread at a time.
 */
public final class Codes {
    private final Mac mac;
    private final int digits;

    private Codes(Mac mac, int digits) {
        this.mac = mac;
        this.digits = digits;
    }

    /** Keys a generator with the seed, lends it for one call and forgets the key. */
    public static <T> T with(Seed seed, OtpProfile profile, Function<Codes, T> borrower) {
        return seed.use(bytes -> {
            try {
                var mac = Mac.getInstance(profile.algorithm().macName());
                mac.init(new LentKey(bytes));
                return borrower.apply(new Codes(mac, profile.digits()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        "this Java runtime lacks " + profile.algorithm().macName(), e);
            }
        });
    }

    /** One HOTP value (RFC 4226 section 5.2); for TOTP the moving factor is the time step. */
    public static OneTimePassword code(Seed seed, OtpProfile profile, long movingFactor) {
        return with(seed, profile, codes -> codes.at(movingFactor));
    }

    /** The code a token with a perfect clock shows at this instant. */
    public static OneTimePassword code(Seed seed, OtpProfile.Totp profile, Instant instant) {
        return code(seed, profile, profile.stepAt(instant));
    }

    /** The code of a moving factor: HMAC over it as 8 bytes, truncated dynamically (RFC 4226 section 5.3). */
    public OneTimePassword at(long movingFactor) {
        var hash = mac.doFinal(
                ByteBuffer.allocate(Long.BYTES).putLong(movingFactor).array());
        int offset = hash[hash.length - 1] & 0x0f;
        return OneTimePassword.of(ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffffL, digits);
    }

    /** Hands the MAC a copy of its own, which the JDK's HMAC wipes after keying itself; SecretKeySpec would keep another. */
    private static final class LentKey implements SecretKey {
        private final transient byte[] lent;

        LentKey(byte[] lent) {
            this.lent = lent;
        }

        @Override
        public String getAlgorithm() {
            return "RAW";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return lent.clone();
        }
    }
}
