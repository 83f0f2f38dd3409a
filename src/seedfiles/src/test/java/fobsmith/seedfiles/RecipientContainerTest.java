package fobsmith.seedfiles;

import static fobsmith.seedfiles.SealedContainer.SEED;
import static fobsmith.seedfiles.SealedContainer.base64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientContainerTest {
    private static final TestCertificate STATION = TestCertificate.rsa("CN=station");
    private static final TestCertificate STRANGER = TestCertificate.rsa("CN=stranger");
    private static final ReadingTerms TERMS =
            ReadingTerms.STRICT.openedBy(TransportKeys.ofPrivateKey(STATION.privateKey()));
    private static final String XMLENC = "http://www.w3.org/2001/04/xmlenc#";

    @ParameterizedTest
    @CsvSource({"rsa-1_5", "rsa_1_5"})
    void opensPkcs1InBothSpellings(String name) throws GeneralSecurityException {
        var xml = xml("<xenc:EncryptionMethod Algorithm=\"%s%s\"/>".formatted(XMLENC, name), pkcs1());
        assertThat(SealedContainer.open(xml, TERMS)).isEqualTo(SEED);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        2001/04/xmlenc#rsa-oaep-mgf1p, -,                               -,                                 SHA-1,   SHA-1,   ''
        2001/04/xmlenc#rsa-oaep-mgf1p, 2000/09/xmldsig#sha1,            -,                                 SHA-1,   SHA-1,   ''
        2001/04/xmlenc#rsa-oaep-mgf1p, 2001/04/xmlenc#sha256,           -,                                 SHA-256, SHA-1,   ''
        2001/04/xmlenc#rsa-oaep-mgf1p, 2001/04/xmlenc#sha512,           -,                                 SHA-512, SHA-1,   tokens
        2009/xmlenc11#rsa-oaep,        -,                               -,                                 SHA-1,   SHA-1,   ''
        2009/xmlenc11#rsa-oaep,        2001/04/xmlenc#sha256,           2009/xmlenc11#mgf1sha256,          SHA-256, SHA-256, ''
        2009/xmlenc11#rsa-oaep,        2001/04/xmldsig-more#sha384,     2009/xmlenc11#mgf1sha384,          SHA-384, SHA-384, tokens
        2009/xmlenc11#rsa-oaep,        2001/04/xmldsig-more#sha224,     2009/xmlenc11#mgf1sha512,          SHA-224, SHA-512, ''
        """)
    void opensOaepWithItsParameters(
            String uri, String digestUri, String maskUri, String digest, String mask, String label)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        var labelBytes = label.getBytes(StandardCharsets.US_ASCII);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                STATION.certificate().getPublicKey(),
                new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), new PSource.PSpecified(labelBytes)));
        var method = "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/%s\">%s%s%s</xenc:EncryptionMethod>"
                .formatted(
                        uri,
                        label.isEmpty() ? "" : "<xenc:OAEPparams>%s</xenc:OAEPparams>".formatted(base64(labelBytes)),
                        digestUri == null
                                ? ""
                                : "<ds:DigestMethod Algorithm=\"http://www.w3.org/%s\"/>".formatted(digestUri),
                        maskUri == null
                                ? ""
                                : "<x:MGF xmlns:x=\"http://www.w3.org/2009/xmlenc11#\" Algorithm=\"http://www.w3.org/%s\"/>"
                                        .formatted(maskUri));
        assertThat(SealedContainer.open(xml(method, cipher.doFinal(SEED)), TERMS))
                .isEqualTo(SEED);
    }

    @Test
    void refusesWhatWasChangedOrEncryptedForAnother() throws GeneralSecurityException {
        var method = "<xenc:EncryptionMethod Algorithm=\"%srsa-1_5\"/>".formatted(XMLENC);
        var changed = pkcs1();
        changed[100] ^= 1;
        assertRefused(
                xml(method, changed),
                TERMS,
                "token GAHT00000001 has a Secret that does not open: the key is wrong, or the file was changed");
        assertRefused(
                xml(method, pkcs1()),
                ReadingTerms.STRICT.openedBy(TransportKeys.ofPrivateKey(STRANGER.privateKey())),
                "the container is encrypted for the certificate of \"CN=station\", to which the given private key does"
                        + " not belong");
        assertRefused(
                xml(method, pkcs1()),
                ReadingTerms.STRICT,
                "the container is encrypted (for the certificate of \"CN=station\"), and no such key was given");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rsa-1_5"/>     | rsa-7"/>        | token GAHT00000001 has a Secret encrypted by "http://www.w3.org/2001/04/xmlenc#rsa-7", which is not supported
        ds:X509Certificate | ds:X509SKI  | the container is encrypted for a certificate that it does not hold (X509Data/X509Certificate)
        X509Certificate>MII | X509Certificate>AAAAMII | line 4: X509Certificate is no certificate
        <KeyPackage>   | <MACMethod Algorithm="#hmac-sha1"/><KeyPackage> | the key container has a MACMethod without a MACKey, though it is encrypted for a certificate
        """)
    void refusesByNameWhatItCannotOpen(String honest, String changed, String message) throws GeneralSecurityException {
        var xml = xml("<xenc:EncryptionMethod Algorithm=\"%srsa-1_5\"/>".formatted(XMLENC), pkcs1());
        assertThat(xml).contains(honest);
        assertRefused(xml.replace(honest, changed), TERMS, message);
    }

    @Test
    void knowsFigure8OfRfc6030WhosePrivateKeyNobodyHas() {
        assertRefused(
                Fixtures.text("rfc6030/figure-8.xml"),
                TERMS,
                "the container is encrypted for the certificate of \"CN=PSKC Test,OU=KeyProv WG,O=IETF\", to which the"
                        + " given private key does not belong");
    }

    private static byte[] pkcs1() throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, STATION.certificate().getPublicKey());
        return cipher.doFinal(SEED);
    }

    private static String xml(String method, byte[] encrypted) {
        var certificate =
                "<EncryptionKey><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></EncryptionKey>"
                        .formatted(base64(STATION.encoded()));
        var secret =
                "<Secret><EncryptedValue>%s<xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData></EncryptedValue></Secret>"
                        .formatted(method, base64(encrypted));
        return SealedContainer.xml("\n" + certificate, "", secret);
    }

    private static void assertRefused(String xml, ReadingTerms terms, String message) {
        assertThatThrownBy(() -> SealedContainer.open(xml, terms))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }
}
