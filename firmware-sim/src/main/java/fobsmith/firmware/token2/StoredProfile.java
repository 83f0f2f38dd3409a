package fobsmith.firmware.token2;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a profile holds, as it stands in the flash: four bytes of configuration, title and seed with a length each. Owns its
 * bytes and wipes them when closed.
 */
final class StoredProfile implements AutoCloseable {
    private static final int TITLE_AT = 4;

    private final byte[] title;
    private final byte[] seed;
    private final Configuration configuration;

    private StoredProfile(Configuration configuration, byte[] title, byte[] seed) {
        this.configuration = configuration;
        this.title = title;
        this.seed = seed;
    }

    /** A profile that was never written. */
    static StoredProfile empty() {
        return new StoredProfile(Configuration.FACTORY, new byte[0], new byte[0]);
    }

    /** Takes nothing over. */
    static StoredProfile decode(byte[] bytes) {
        int seedAt = TITLE_AT + 1 + bytes[TITLE_AT];
        return new StoredProfile(
                new Configuration(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff),
                Arrays.copyOfRange(bytes, TITLE_AT + 1, seedAt),
                Arrays.copyOfRange(bytes, seedAt + 1, seedAt + 1 + bytes[seedAt]));
    }

    /** The caller wipes the answer. */
    byte[] encode() {
        return ByteBuffer.allocate(TITLE_AT + 2 + title.length + seed.length)
                .put((byte) configuration.timeout())
                .put((byte) configuration.algorithm())
                .put((byte) configuration.digits())
                .put((byte) configuration.step())
                .put((byte) title.length)
                .put(title)
                .put((byte) seed.length)
                .put(seed)
                .array();
    }

    Configuration configuration() {
        return configuration;
    }

    byte[] title() {
        return title.clone();
    }

    boolean carriesSeed() {
        return seed.length > 0;
    }

    /** Lent for computing codes. */
    byte[] seed() {
        return seed;
    }

    StoredProfile with(Configuration other) {
        return new StoredProfile(other, title, seed.clone());
    }

    StoredProfile withTitle(byte[] other) {
        return new StoredProfile(configuration, other, seed.clone());
    }

    /** Takes the seed over. */
    StoredProfile withSeed(byte[] other) {
        return new StoredProfile(configuration, title, other);
    }

    StoredProfile withoutSeed() {
        return withSeed(new byte[0]);
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }
}
