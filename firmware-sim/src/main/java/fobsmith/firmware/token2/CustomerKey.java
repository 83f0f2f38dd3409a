package fobsmith.firmware.token2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** How a customer key becomes the SM4 key that the token keeps. */
final class CustomerKey {
    /** What the factory gives to every token; public knowledge. */
    private static final String FACTORY = "TOKEN2MOLTO1-KEY";

    private CustomerKey() {}

    /** The SM4 key of it. */
    static byte[] factory() {
        return sm4Key(FACTORY.getBytes(US_ASCII));
    }

    /** The first 16 bytes of the customer key's SHA-1. The caller wipes both. */
    static byte[] sm4Key(byte[] customerKey) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-1").digest(customerKey), Sm4.BLOCK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-1", e);
        }
    }
}
