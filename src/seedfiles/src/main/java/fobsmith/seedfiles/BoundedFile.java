package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file, or what was decrypted of one, held in memory; closing wipes it. */
final class BoundedFile extends ByteArrayInputStream {
    /** Far above any export of an app, and below what would be felt in 128 MB of memory. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Takes the bytes over. */
    BoundedFile(byte[] bytes) {
        super(bytes);
    }

    /** Takes the file over, reads it whole and closes it; a larger one is refused. */
    static BoundedFile of(InputStream file, String what) {
        try (file) {
            return new BoundedFile(bytes(file, what));
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    /** The rest of the stream, which stays open. */
    static byte[] bytes(InputStream stream, String what) throws IOException {
        var bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            Arrays.fill(bytes, (byte) 0);
            throw new SeedFileException.Refused("%s has more than %d bytes".formatted(what, MOST_BYTES));
        }
        return bytes;
    }

    /** The bytes themselves, which stay this file's. */
    byte[] whole() {
        return buf;
    }

    @Override
    public void close() {
        Arrays.fill(buf, (byte) 0);
    }
}
