package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.function.Supplier;

/** A file whose first bytes have been looked at and are read again. Closing wipes them. */
final class PeekedFile extends FilterInputStream {
    private static final int HEAD = 4096;

    private final byte[] head;

    PeekedFile(InputStream file) {
        this(file, peek(file));
    }

    private PeekedFile(InputStream file, byte[] head) {
        super(new SequenceInputStream(new ByteArrayInputStream(head), file));
        this.head = head;
    }

    private static byte[] peek(InputStream file) {
        try {
            return file.readNBytes(HEAD);
        } catch (IOException e) {
            try (file) {
                throw new SeedFileException.Unreadable(e);
            } catch (IOException _) {
                throw new SeedFileException.Unreadable(e);
            }
        }
    }

    byte[] head() {
        return head;
    }

    /** Closes it, where somebody else reads the file. */
    void discard() {
        try {
            close();
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    /** What the supplier makes of this file, which is closed if it makes nothing. */
    <T> T orClose(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (SeedFileException e) {
            try (this) {
                throw e;
            } catch (IOException _) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(head, (byte) 0);
        super.close();
    }
}
