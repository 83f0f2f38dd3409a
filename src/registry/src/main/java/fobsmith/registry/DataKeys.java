package fobsmith.registry;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The data keys this process knows, by version. A version it meets for the first time is taken from the registry, where each
 * key stands sealed under the one before it as long as that one is still there. Thread-safe.
 */
final class DataKeys implements AutoCloseable {
    private final Map<Integer, byte[]> keys = new ConcurrentHashMap<>();
    private final SecureRandom randomness;
    private final Links links;
    private volatile int newest;

    /** Takes the keys over; they are wiped when this is closed. */
    DataKeys(Map<Integer, byte[]> keys, int newest, SecureRandom randomness, Links links) {
        this.keys.putAll(keys);
        this.newest = newest;
        this.randomness = randomness;
        this.links = links;
    }

    /** Where keys are found sealed under the one before; asked from within transactions too. */
    @FunctionalInterface
    interface Links {
        Optional<byte[]> find(int version);
    }

    /** The version that new seals carry. */
    int newest() {
        return newest;
    }

    /** What a transaction saw as the version to seal with; it may have been begun by another process. */
    void observe(int version) {
        if (version > newest) {
            get(version);
            newest = version;
        }
    }

    /** The caller does not keep it. */
    byte[] get(int version) {
        return find(version)
                .orElseThrow(() -> new RegistryException.Unavailable(
                        "data key version %d is not loaded; keys were rotated while this process rested"
                                .formatted(version),
                        null));
    }

    Optional<byte[]> find(int version) {
        var known = keys.get(version);
        return known == null ? links.find(version).map(link -> follow(version, link)) : Optional.of(known);
    }

    private byte[] follow(int version, byte[] link) {
        var key = new AesGcm(get(version - 1), randomness).open(link, linkContext(version));
        var faster = keys.putIfAbsent(version, key);
        return faster == null ? key : faster;
    }

    /** The key of the next version as it may stand beside it in the registry. */
    byte[] link(byte[] next) {
        return new AesGcm(get(newest), randomness).seal(next, linkContext(newest + 1));
    }

    private static Canonical linkContext(int version) {
        return new Canonical().with("data key link").with(version);
    }

    /** Wipes the keys before the newest: they are no longer needed. */
    void forgetOlder() {
        keys.forEach((version, key) -> {
            if (version < newest && keys.remove(version, key)) {
                Arrays.fill(key, (byte) 0);
            }
        });
    }

    @Override
    public void close() {
        keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
    }
}
