package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A key container in memory whose signature has been verified: what is read from it are the very bytes that were signed. */
final class SignedContainer extends ByteArrayInputStream {
    /** Some twenty thousand keys. Verifying takes the whole document, several times as large in memory. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private SignedContainer(byte[] bytes) {
        super(bytes);
    }

    /** Takes the file over and closes it. Refuses it unless one of the signers of these terms has signed all of it. */
    static SignedContainer verified(InputStream file, ReadingTerms terms) {
        var container = new SignedContainer(readWhole(file));
        try {
            var document = SignedDocument.parse(new ByteArrayInputStream(container.buf));
            new SignatureVerifier(document, terms.signers()).verify();
            return container;
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static byte[] readWhole(InputStream file) {
        try (file) {
            var bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                Arrays.fill(bytes, (byte) 0);
                throw new SeedFileException.Refused(
                        "the signature of a file of more than %d bytes cannot be verified; ask for it in parts"
                                .formatted(MOST_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(buf, (byte) 0);
    }
}
