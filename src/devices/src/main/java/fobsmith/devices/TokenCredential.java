package fobsmith.devices;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What opens a token for writing, such as a Molto2's customer key. Owns its bytes, wipes them when closed, prints only
 * their number. One thread at a time; whoever holds it closes it.
 */
public final class TokenCredential implements AutoCloseable {
    private final byte[] bytes;
    private boolean destroyed;

    private TokenCredential(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over the caller's array: afterwards it belongs to the credential and is wiped with it. */
    public static TokenCredential adopt(byte[] bytes) {
        return new TokenCredential(bytes);
    }

    /** Lends the bytes for the length of one call. The borrower must neither keep nor change them. */
    public <T> T use(Function<byte[], T> borrower) {
        if (destroyed) {
            throw new IllegalStateException("the credential has been destroyed");
        }
        return borrower.apply(bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    @Override
    public String toString() {
        return "TokenCredential[%d bytes]".formatted(bytes.length);
    }
}
