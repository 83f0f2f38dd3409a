package fobsmith.seedfiles;

import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import org.jspecify.annotations.Nullable;

/** Reads for which certificate a container is encrypted (RFC 6030 section 6.3, X509Data), and asks for its private key. */
final class RecipientReader {
    private final XmlCursor cursor;
    private @Nullable X509Certificate certificate;

    private RecipientReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    static ContainerKey read(XmlCursor cursor, TransportKeys keys) {
        var reader = new RecipientReader(cursor);
        cursor.eachChild(reader::readPart);
        return new RecipientKey(reader.privateKey(keys));
    }

    private void readPart(String part) {
        switch (part) {
            case "X509Certificate" -> certificate = readCertificate();
            case "X509IssuerSerial", "X509SKI", "X509SubjectName", "X509CRL", "X509Digest" -> cursor.skip();
            default -> cursor.skipForeign();
        }
    }

    private X509Certificate readCertificate() {
        var bytes = Base64Text.read(cursor, "X509Certificate");
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException _) {
            throw cursor.malformed("X509Certificate is no certificate");
        }
    }

    private PrivateKey privateKey(TransportKeys keys) {
        var recipient = certificate;
        if (recipient == null) {
            throw new SeedFileException.Refused(
                    "the container is encrypted for a certificate that it does not hold (X509Data/X509Certificate)");
        }
        var name = recipient.getSubjectX500Principal().getName();
        var key = keys.privateKey(recipient)
                .orElseThrow(() -> EncryptionKeyReader.encrypted(
                        "for the certificate of \"%s\"".formatted(name), Remedy.Opening.PRIVATE_KEY));
        requirePair(recipient, key, name);
        return key;
    }

    /** Only where both show their modulus: a key in a PKCS #11 token may not, and is simply tried. */
    private static void requirePair(X509Certificate certificate, PrivateKey key, String name) {
        if (certificate.getPublicKey() instanceof RSAKey open
                && key instanceof RSAKey secretHalf
                && !open.getModulus().equals(secretHalf.getModulus())) {
            throw new SeedFileException.Refused(
                    "the container is encrypted for the certificate of \"%s\", to which the given private key does not belong"
                            .formatted(name),
                    Remedy.Opening.ANOTHER_KEY);
        }
    }
}
