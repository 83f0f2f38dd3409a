package fobsmith.seedfiles;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * One part of an export of Google Authenticator: some keys, and which part of which export they are. Owns the message, a copy
 * of the keys' secrets; closing wipes it.
 */
final class MigrationPayload implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int MOST_PARTS = 1000;

    private final SeedLine uri;
    private final byte[] bytes;
    private final Deque<ProtobufMessage> keys = new ArrayDeque<>();
    private long version;
    private long size;
    private long index;
    private long batch;

    private MigrationPayload(SeedLine uri, byte[] bytes) {
        this.uri = uri;
        this.bytes = bytes;
    }

    static MigrationPayload of(SeedLine uri) {
        var payload = new MigrationPayload(uri, MigrationUri.message(uri));
        try {
            payload.read();
            return payload;
        } catch (SeedFileException e) {
            payload.close();
            throw e;
        }
    }

    private void read() {
        var message = new ProtobufMessage(bytes, uri::malformed);
        while (message.next()) {
            switch (message.field()) {
                case 1 -> keys.add(message.message());
                case 2 -> version = message.number();
                case 3 -> size = message.number();
                case 4 -> index = message.number();
                case 5 -> batch = message.number();
                default -> {} // of a newer version of the app
            }
        }
        if (version != VERSION && version != 0) {
            throw uri.refused("the migration URI is of version %d, and only 1 is known".formatted(version));
        }
        if (size < 0 || size > MOST_PARTS || index < 0 || index >= parts()) {
            throw uri.malformed("the migration URI says that it is a part that there cannot be");
        }
    }

    /** Which export it is a part of. */
    long batch() {
        return batch;
    }

    /** Counted from 0. */
    int index() {
        return (int) index;
    }

    /** How many the whole export has. */
    int parts() {
        return (int) Math.max(1, size);
    }

    /** The next key's message, valid until this is closed. */
    Optional<ProtobufMessage> nextKey() {
        return Optional.ofNullable(keys.poll());
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }
}
