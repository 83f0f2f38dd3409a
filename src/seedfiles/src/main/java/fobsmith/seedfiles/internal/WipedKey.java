package fobsmith.seedfiles.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.SecretKey;

/**
 * A key that opens a seed file. Owns its bytes and wipes them when closed, which the JDK's own key classes do not; prints
 * their number only.
 */
public final class WipedKey implements AutoCloseable {
    private final byte[] bytes;

    private WipedKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the caller's array: afterwards it belongs to the key and is wiped with it. */
    public static WipedKey adopt(byte[] bytes) {
        return new WipedKey(bytes);
    }

    /** A fresh key of so many bytes. */
    public static WipedKey random(int length, SecureRandom randomness) {
        var bytes = new byte[length];
        randomness.nextBytes(bytes);
        return new WipedKey(bytes);
    }

    /** Lends the bytes for the length of one call, to be encrypted under another key. */
    public <T> T use(Function<byte[], T> borrower) {
        return borrower.apply(bytes);
    }

    /** A key with bytes of its own, to be closed on its own. */
    public WipedKey copy() {
        return new WipedKey(bytes.clone());
    }

    public int length() {
        return bytes.length;
    }

    /** This key as the JDK's ciphers and MACs take one; it lives no longer than this. */
    SecretKey as(String algorithm) {
        return new View(algorithm, bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "WipedKey[%d bytes]".formatted(bytes.length);
    }

    private static final class View implements SecretKey {
        private final String algorithm;
        private final transient byte[] bytes;

        View(String algorithm, byte[] bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        /** A copy, since the providers wipe what they are given. */
        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }
}
