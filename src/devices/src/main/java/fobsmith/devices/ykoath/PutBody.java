package fobsmith.devices.ykoath;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** What PUT carries: the name, the seed made ready for the token's HMAC, and whether a touch is asked for. */
final class PutBody {
    private static final int KEY = 0x73;
    private static final int SHORTEST_KEY = 14;
    /** A tag and its value, without a length: unlike all others. */
    private static final byte[] ASKS_FOR_TOUCH = Apdu.of(0x78, 0x02);

    private PutBody() {}

    /** The caller wipes it. */
    static byte[] of(CredentialId id, OtpProfile.Totp otp, Seed seed, boolean touch) {
        return seed.use(bytes -> {
            var key = prepared(bytes, otp.algorithm());
            var described = Apdu.join(Apdu.of(Listed.timeBased(otp.algorithm()), otp.digits()), key);
            var object = Tlv.of(KEY, described);
            try {
                return Apdu.join(Tlv.of(Credentials.NAME, id.encoded()), object, touch ? ASKS_FOR_TOUCH : new byte[0]);
            } finally {
                Arrays.fill(key, (byte) 0);
                Arrays.fill(described, (byte) 0);
                Arrays.fill(object, (byte) 0);
            }
        });
    }

    /**
     * A key longer than the hash's block stands for its hash (RFC 2104 section 2), and zeros behind a key change nothing. Both are
     * the client's work, and the token takes 14 bytes at least.
     */
    private static byte[] prepared(byte[] key, HmacAlgorithm algorithm) {
        if (key.length > block(algorithm)) {
            return hashed(key, digest(algorithm));
        }
        return Arrays.copyOf(key, Math.max(key.length, SHORTEST_KEY));
    }

    /** How many bytes a seed of this length has when it is made ready. */
    static int preparedLength(int length, HmacAlgorithm algorithm) {
        return length > block(algorithm) ? digest(algorithm).getDigestSize() : Math.max(length, SHORTEST_KEY);
    }

    private static byte[] hashed(byte[] key, Digest digest) {
        var hash = new byte[digest.getDigestSize()];
        digest.update(key, 0, key.length);
        digest.doFinal(hash, 0);
        return hash;
    }

    private static int block(HmacAlgorithm algorithm) {
        return algorithm == HmacAlgorithm.SHA512 ? 128 : 64;
    }

    private static Digest digest(HmacAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA1 -> new SHA1Digest();
            case SHA256 -> new SHA256Digest();
            case SHA512 -> new SHA512Digest();
        };
    }
}
