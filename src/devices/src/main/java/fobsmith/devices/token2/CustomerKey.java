package fobsmith.devices.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA1Digest;

/** Customer keys: bytes of any length, from which the token keeps an SM4 key. */
final class CustomerKey {
    /** As published; every Molto2 leaves the factory with it. */
    private static final String FACTORY = "TOKEN2MOLTO1-KEY";

    private static final int SM4_LENGTH = 16;

    private CustomerKey() {}

    static TokenCredential factory() {
        return TokenCredential.adopt(FACTORY.getBytes(US_ASCII));
    }

    /** The SM4 key of a customer key: the first 16 bytes of its SHA-1. The caller wipes it. */
    static byte[] sm4Bytes(TokenCredential customerKey) {
        return customerKey.use(CustomerKey::hash);
    }

    private static byte[] hash(byte[] customerKey) {
        if (customerKey.length == 0) {
            throw new DeviceException.Unsupported("a customer key of 0 bytes is none");
        }
        var sha1 = new SHA1Digest();
        var digest = new byte[sha1.getDigestSize()];
        sha1.update(customerKey, 0, customerKey.length);
        sha1.doFinal(digest, 0);
        var key = Arrays.copyOf(digest, SM4_LENGTH);
        Arrays.fill(digest, (byte) 0);
        return key;
    }
}
