package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A key container in memory whose signature has been verified: what is read from it are the very bytes that were signed. */
final class SignedContainer extends ByteArrayInputStream {
    /** Some twenty thousand keys. Verifying takes the whole document, several times as large in memory. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private SignedContainer(byte[] bytes) {
        super(bytes);
    }

    /** Takes the file over and closes it. Refuses it unless one of the signers of these terms has signed all of it. */
    static SignedContainer verified(InputStream file, ReadingTerms terms) {
        var bytes = readWhole(file, MOST_BYTES)
                .orElseThrow(() -> new SeedFileException.Refused(
                        "the signature of more than %d bytes is verified only in a file on the disk that is no OpenPGP message"
                                .formatted(MOST_BYTES)));
        return verified(bytes, terms);
    }

    /** As above, of a file that may be larger than this many bytes: it is then gone through several times. */
    static InputStream verified(RepeatableFile file, ReadingTerms terms, int mostInMemory) {
        var bytes = readWhole(file.open(), mostInMemory);
        return bytes.isPresent() ? verified(bytes.get(), terms) : LargeSignedContainer.verified(file, terms);
    }

    private static SignedContainer verified(byte[] bytes, ReadingTerms terms) {
        var container = new SignedContainer(bytes);
        try {
            var document = SignedDocument.parse(new ByteArrayInputStream(container.buf));
            SignatureVerifier.of(document, terms.signers()).verify();
            return container;
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static Optional<byte[]> readWhole(InputStream file, int most) {
        try (file) {
            var bytes = file.readNBytes(most + 1);
            if (bytes.length > most) {
                Arrays.fill(bytes, (byte) 0);
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new SeedFileException.Unreadable(e);
        }
    }

    @Override
    public void close() {
        Arrays.fill(buf, (byte) 0);
    }
}
