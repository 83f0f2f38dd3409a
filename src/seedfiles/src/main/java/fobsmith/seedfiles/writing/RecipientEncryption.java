package fobsmith.seedfiles.writing;

import fobsmith.seedfiles.SeedFileException;
import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.RsaCipher;
import fobsmith.seedfiles.internal.WipedKey;
import fobsmith.seedfiles.writing.PskcProtection.Suite;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;

/** RSA for the holder of a certificate's private key, on the secret itself (RFC 6030 section 6.3). */
final class RecipientEncryption implements ValueEncryption {
    private static final int MAC_KEY_LENGTH = 20;
    private static final String XMLENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final String XMLENC11 = "http://www.w3.org/2009/xmlenc11#";

    private final X509Certificate certificate;
    private final Suite suite;
    private final SecureRandom randomness;
    private final WipedKey macKey;

    RecipientEncryption(X509Certificate certificate, Suite suite, SecureRandom randomness) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey)) {
            throw SeedFileException.notWritable(
                    "the certificate of \"%s\" is not of RSA, so nothing can be encrypted for it"
                            .formatted(certificate.getSubjectX500Principal().getName()));
        }
        this.certificate = certificate;
        this.suite = suite;
        this.randomness = randomness;
        macKey = WipedKey.random(MAC_KEY_LENGTH, randomness);
    }

    @Override
    public void writeKey(SeedFileOutput output) throws IOException {
        try {
            output.raw("<ds:X509Data><ds:X509Certificate>");
            output.base64(certificate.getEncoded());
            output.raw("</ds:X509Certificate></ds:X509Data>");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be encoded", e);
        }
    }

    @Override
    public void writeMethod(SeedFileOutput output) throws IOException {
        output.raw(
                switch (suite) {
                    case MANDATORY -> "<xenc:EncryptionMethod Algorithm=\"%srsa-1_5\"/>".formatted(XMLENC);
                    case MODERN ->
                        "<xenc:EncryptionMethod Algorithm=\"%2$srsa-oaep\"><ds:DigestMethod Algorithm=\"%1$ssha256\"/><xenc11:MGF Algorithm=\"%2$smgf1sha256\"/></xenc:EncryptionMethod>"
                                .formatted(XMLENC, XMLENC11);
                });
    }

    @Override
    public byte[] encrypt(byte[] plain) throws GeneralSecurityException {
        var cipher = suite == Suite.MODERN ? RsaCipher.OAEP_SHA256 : RsaCipher.PKCS1;
        return cipher.encrypt(certificate.getPublicKey(), plain, randomness);
    }

    @Override
    public MacAlgorithm macAlgorithm() {
        return SymmetricEncryption.macAlgorithm(suite);
    }

    @Override
    public WipedKey macKey() {
        return macKey;
    }

    @Override
    public void close() {
        macKey.close();
    }
}
