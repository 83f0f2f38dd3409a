package fobsmith.oath;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import javax.security.auth.Destroyable;

/**
 * The secret shared by a token and its verifier (K in RFC 4226). Owns its bytes, wipes them when closed and prints only
 * their number. One thread at a time; whoever holds a seed closes it.
 */
public final class Seed implements Destroyable, AutoCloseable {
    static final int LONGEST = 255;

    private final byte[] bytes;
    private boolean destroyed;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the caller's array of 1 to 255 bytes: afterwards it belongs to the seed and is wiped with it. */
    public static Seed adopt(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a seed of %d bytes is not between 1 and %d".formatted(bytes.length, LONGEST));
        }
        return new Seed(bytes);
    }

    /** A fresh seed; RFC 4226 section 4 (R6) asks for at least 16 bytes and recommends 20. */
    public static Seed random(int length, SecureRandom randomness) {
        var bytes = new byte[length];
        randomness.nextBytes(bytes);
        return adopt(bytes);
    }

    /** Lends the bytes for the length of one call. The borrower must neither keep nor change them. */
    public <T> T use(Function<byte[], T> borrower) {
        if (destroyed) {
            throw new IllegalStateException("seed has been destroyed");
        }
        return borrower.apply(bytes);
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    @Override
    public void destroy() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "Seed[%d bytes]".formatted(bytes.length);
    }
}
