package fobsmith.seedfiles;

import java.util.Optional;

/**
 * Keys that open encrypted seed files, asked for when a file needs one. What is handed over belongs to the reader, which
 * wipes it. Whoever has no such key answers nothing.
 */
public interface TransportKeys {
    /** No key at all. */
    TransportKeys NONE = new TransportKeys() {};

    /** The pre-shared key that the file calls by this name; the name is empty where the file gives none. */
    default Optional<byte[]> preSharedKey(String name) {
        return Optional.empty();
    }

    /** The same key for whatever name; the caller's array stays the caller's, who keeps it until the file is open. */
    static TransportKeys ofPreSharedKey(byte[] key) {
        return new TransportKeys() {
            @Override
            public Optional<byte[]> preSharedKey(String name) {
                return Optional.of(key.clone());
            }
        };
    }
}
