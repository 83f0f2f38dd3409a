package fobsmith.seedfiles.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.SCrypt;

/** scrypt (RFC 7914) over the UTF-8 of a password, to a key of 32 bytes, within bounds that keep a hostile file cheap. */
public final class ScryptDerivation {
    /** Twice what Aegis takes. */
    public static final long MOST_MEMORY = 64L * 1024 * 1024;

    public static final int MOST_PARALLEL = 4;
    private static final int KEY_LENGTH = 32;
    private static final int LONGEST_SALT = 1024;

    private final byte[] salt;
    private final int cost;
    private final int blockSize;
    private final int parallel;

    /**
     * The parameters, all within their bounds.
     *
     * @param cost N, a power of two
     * @param blockSize r; N times r times 128 bytes are needed
     * @param parallel p
     */
    public ScryptDerivation(byte[] salt, int cost, int blockSize, int parallel) {
        if (salt.length < 1 || salt.length > LONGEST_SALT) {
            throw new IllegalArgumentException("%d bytes of salt are not 1 to %d".formatted(salt.length, LONGEST_SALT));
        }
        if (cost < 2 || Integer.bitCount(cost) != 1) {
            throw new IllegalArgumentException("N = %d is no power of two".formatted(cost));
        }
        if (blockSize < 1 || 128L * cost * blockSize > MOST_MEMORY) {
            throw new IllegalArgumentException(
                    "N = %d with r = %d takes more than %d bytes".formatted(cost, blockSize, MOST_MEMORY));
        }
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            throw new IllegalArgumentException("p = %d is not 1 to %d".formatted(parallel, MOST_PARALLEL));
        }
        this.salt = salt.clone();
        this.cost = cost;
        this.blockSize = blockSize;
        this.parallel = parallel;
    }

    /** The derived key; the password stays the caller's. */
    public WipedKey derive(char[] password) {
        // no character takes more than three bytes: those of four are two characters
        var room = new byte[3 * password.length];
        var encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), encoded, true);
        var bytes = Arrays.copyOf(room, encoded.position());
        try {
            return WipedKey.adopt(SCrypt.generate(bytes, salt, cost, blockSize, parallel, KEY_LENGTH));
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(room, (byte) 0);
        }
    }
}
