package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.xml.crypto.dsig.Reference;

/**
 * A signed key container that is not held in memory. It is gone through twice, to find its signature and to digest what the
 * signature covers, and then read: so that it must be a file that can be opened again. The bytes are digested each time, and
 * must be the same.
 */
final class LargeSignedContainer extends DigestInputStream {
    private static final CanonicalForm NOT_KNOWN_YET = CanonicalForm.INCLUSIVE;

    private final byte[] verified;

    private LargeSignedContainer(InputStream file, byte[] verified) {
        super(file, SignatureAlgorithms.sha256());
        this.verified = verified;
    }

    /**
     * The file from its start. Refuses it unless one of the signers of these terms has signed all of it, and at its end if it
     * is no longer the file that was verified: what was read of it until then must not be used before.
     */
    static InputStream verified(RepeatableFile file, ReadingTerms terms) {
        var first = CanonicalSweep.through(file.open(), NOT_KNOWN_YET, SignatureAlgorithms.sha256());
        if (first.signature().length == 0) {
            throw new SeedFileException.Refused("the key container is not signed");
        }
        var element = SignedDocument.parse(new ByteArrayInputStream(first.signature()));
        var reference = new SignatureVerifier(element.getDocumentElement(), first.id(), terms.signers()).reference();
        requireCovered(file, reference, first);
        return new LargeSignedContainer(file.open(), first.fileDigest());
    }

    private static void requireCovered(RepeatableFile file, Reference reference, CanonicalSweep first) {
        var digest = SignatureAlgorithms.digest(reference.getDigestMethod());
        var second = CanonicalSweep.through(file.open(), CanonicalForm.of(reference), digest);
        if (!Arrays.equals(first.fileDigest(), second.fileDigest())) {
            throw changed();
        }
        if (!MessageDigest.isEqual(digest.digest(), reference.getDigestValue())) {
            throw SignatureVerifier.notSigned();
        }
    }

    private static SeedFileException changed() {
        return new SeedFileException.Refused("the key container was changed while it was read");
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        requireVerified(next);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        requireVerified(count);
        return count;
    }

    /** The digest begins anew when it is asked for; the copy leaves it as it is for whoever asks twice for the end. */
    private void requireVerified(int read) {
        if (read < 0 && !MessageDigest.isEqual(copy().digest(), verified)) {
            throw changed();
        }
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) getMessageDigest().clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }
}
