package fobsmith.seedfiles.writing;

import fobsmith.oath.Seed;
import fobsmith.seedfiles.SeedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes a container into memory, signs it when it is finished, and writes it to the file then. */
final class SignedPskcWriter implements SeedFileWriter {
    /** What is held in memory, and what readers elsewhere, which do the same, take of a signed file. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final OutputStream file;
    private final Memory container = new Memory();
    private final PskcWriter writer;
    private final ContainerSigner signer;

    /** Takes the file and the protection over. */
    SignedPskcWriter(OutputStream file, PskcProtection protection, ContainerSigner signer) {
        this.file = file;
        this.signer = signer;
        writer = new PskcWriter(container, protection);
    }

    @Override
    public void write(KeyDescription key, Seed seed) throws IOException {
        writer.write(key, seed);
        if (container.size() > MOST_BYTES) {
            throw SeedFileException.notWritable(
                    "a signed file of more than %d bytes is not written; write it in parts".formatted(MOST_BYTES));
        }
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
        byte[] whole = container.toByteArray();
        try {
            signer.sign(whole, file);
            file.flush();
        } finally {
            Arrays.fill(whole, (byte) 0);
        }
    }

    @Override
    public void close() throws IOException {
        try (file;
                writer) {
            container.wipe();
        }
    }

    /** An array that is wiped also when it grows out of itself. */
    private static final class Memory extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            var before = buf;
            super.write(bytes, offset, length);
            if (buf.length != before.length) {
                Arrays.fill(before, (byte) 0);
            }
        }

        synchronized void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
