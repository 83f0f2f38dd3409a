package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedContainerTest {
    private static final TestCertificate VENDOR = TestCertificate.rsa("CN=vendor");
    private static final TestCertificate CURVED = TestCertificate.ec("CN=curved vendor");
    private static final TestCertificate STRANGER = TestCertificate.rsa("CN=stranger");
    private static final ReadingTerms TERMS =
            ReadingTerms.STRICT.signedBy(List.of(CURVED.certificate(), VENDOR.certificate()));
    private static final String THREE_FOBS =
            Fixtures.text("pskc/three-fobs.xml").replaceFirst("(?s).*<KeyContainer", "<KeyContainer Id=\"batch-7\"");
    private static final String CHANGED =
            "the signature of the key container is of none of the given certificates, or the file was changed";

    @Test
    void readsWhatOneOfTheSignersSigned() {
        var signed = new SignedFile(VENDOR).sign(THREE_FOBS);
        try (var reader = reader(signed, TERMS)) {
            for (int fob = 1; fob <= 3; fob++) {
                try (var key = reader.next().orElseThrow()) {
                    assertThat(key.serial()).isEqualTo("GAHT0000000" + fob);
                }
            }
            assertThat(reader.next()).isEmpty();
            assertThat(reader.signature()).isEqualTo(SignatureStatus.VERIFIED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SignatureMethod.RSA_SHA256,
                SignatureMethod.RSA_SHA384,
                SignatureMethod.RSA_SHA512,
                SignatureMethod.SHA256_RSA_MGF1,
                SignatureMethod.ECDSA_SHA256,
                SignatureMethod.ECDSA_SHA512
            })
    void knowsTheSignaturesOfToday(String method) {
        var signing = new SignedFile(method.contains("ecdsa") ? CURVED : VENDOR);
        signing.signatureMethod = method;
        signing.digestMethod = DigestMethod.SHA512;
        assertThat(read(signing.sign(THREE_FOBS), TERMS)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CanonicalizationMethod.INCLUSIVE,
                CanonicalizationMethod.INCLUSIVE_11,
                CanonicalizationMethod.EXCLUSIVE,
                CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS
            })
    void knowsTheCanonicalForms(String canonicalization) {
        var signing = new SignedFile(VENDOR);
        signing.canonicalization = canonicalization;
        signing.transforms = List.of(Transform.ENVELOPED, canonicalization);
        signing.reference = "#batch-7";
        assertThat(read(signing.sign(THREE_FOBS), TERMS)).hasSize(3);
    }

    /** Each part in turn, and at last the signature itself. */
    @ParameterizedTest
    @CsvSource({
        "GAHT00000002, GAHT00000009",
        "dGVzdCBzZWVkIG9mIGZvYiAwMDE=, dGVzdCBzZWVkIG9mIGZvYiAwMDQ=",
        "<PlainValue>30<, <PlainValue>60<",
        "Length=\"6\", Length=\"8\"",
        "2034-12-31, 2035-12-31",
        "batch-7, batch-8",
        "<KeyUsage>, <StartDate>2026-01-01T00:00:00Z</StartDate><KeyUsage>",
        "<SignatureValue>, <SignatureValue>AAAA",
        "<DigestValue>, <DigestValue>AAAA"
    })
    void refusesAChangedFile(String honest, String changed) {
        var signed = new SignedFile(VENDOR).sign(THREE_FOBS);
        assertThat(signed).contains(honest);
        assertRefused(signed.replaceFirst(honest, changed), CHANGED);
    }

    @Test
    void refusesWhatAStrangerSigned() {
        var signed = new SignedFile(STRANGER).sign(THREE_FOBS);
        assertRefused(signed, CHANGED);
        assertThat(read(signed, ReadingTerms.STRICT)).hasSize(3);
    }

    @Test
    void refusesWhatNobodySigned() {
        assertRefused(THREE_FOBS, "the key container is not signed");
    }

    /** The vendor's signature and container are genuine, but stand inside another container. */
    @ParameterizedTest
    @ValueSource(strings = {"", " Id=\"batch-7\"", " Id=\"mine\""})
    void refusesASignedContainerWrappedIntoAnother(String id) throws Exception {
        var signing = new SignedFile(VENDOR);
        signing.reference = "#batch-7";
        var signed = signing.sign(THREE_FOBS);
        int at = signed.indexOf("<Signature");
        int end = signed.indexOf("</Signature>") + "</Signature>".length();
        var inner = signed.substring(0, at) + signed.substring(end);
        var planted = THREE_FOBS
                .replaceFirst("<KeyContainer Id=\"batch-7\"", "<KeyContainer" + id)
                .replace("GAHT0000000", "EVIL0000000")
                .replace("</KeyContainer>", "%s<Extensions>%s</Extensions></KeyContainer>");
        var wrapped = planted.formatted(signed.substring(at, end), inner);
        SignedFile.parse(wrapped);
        assertThatThrownBy(() -> read(wrapped, TERMS))
                .isInstanceOf(SeedFileException.Refused.class)
                .message()
                .isIn(CHANGED, "the signature of the key container covers something else than the container");
        assertRefused(planted.formatted("", signed), "the key container is not signed");
    }

    @Test
    void refusesASignatureOverAPart() {
        var signing = new SignedFile(VENDOR);
        signing.reference = "#key-1";
        signing.transforms = List.of();
        assertRefused(
                signing.sign(THREE_FOBS),
                "the signature of the key container covers something else than the container");
    }

    @Test
    void refusesSeveralSignatures() {
        var twice = new SignedFile(STRANGER).sign(new SignedFile(VENDOR).sign(THREE_FOBS));
        assertRefused(twice, "the key container bears several signatures");
    }

    @Test
    void refusesWeakAlgorithmsByName() {
        var weakSignature = new SignedFile(VENDOR);
        weakSignature.signatureMethod = SignatureMethod.RSA_SHA1;
        assertThatThrownBy(() -> read(weakSignature.sign(THREE_FOBS), TERMS))
                .isInstanceOf(SeedFileException.Refused.class);
        var weakDigest = new SignedFile(VENDOR);
        weakDigest.digestMethod = DigestMethod.SHA1;
        assertThatThrownBy(() -> read(weakDigest.sign(THREE_FOBS), TERMS))
                .isInstanceOf(SeedFileException.Refused.class);
    }

    @Test
    void refusesAMacInASignaturesClothes() {
        var signed = new SignedFile(VENDOR).sign(THREE_FOBS);
        assertRefused(
                signed.replace(SignatureMethod.RSA_SHA256, SignatureMethod.HMAC_SHA256),
                "the signature of the key container has signature algorithm"
                        + " \"http://www.w3.org/2001/04/xmldsig-more#hmac-sha256\", which is not accepted");
    }

    @Test
    void refusesATransformThatCouldLeaveThingsOut() {
        var signed = new SignedFile(VENDOR).sign(THREE_FOBS);
        var base64 = signed.replace(Transform.ENVELOPED, Transform.BASE64);
        assertRefused(
                base64,
                "the signature of the key container has transform \"http://www.w3.org/2000/09/xmldsig#base64\", which"
                        + " is not accepted");
        var xslt = signed.replace(Transform.ENVELOPED, Transform.XSLT);
        assertThatThrownBy(() -> read(xslt, TERMS)).isInstanceOf(SeedFileException.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE KeyContainer [<!ENTITY a 'b'>]>",
                "<!DOCTYPE KeyContainer SYSTEM 'file:///etc/passwd'>"
            })
    void refusesADocumentTypeBeforeAnythingElse(String declaration) {
        var signed = declaration + new SignedFile(VENDOR).sign(THREE_FOBS);
        assertThatThrownBy(() -> reader(signed, TERMS)).isInstanceOf(SeedFileException.class);
        assertThatThrownBy(() -> PskcReader.open(() -> bytes(signed), TERMS, 0))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessageContaining("document type declaration");
    }

    @Test
    void refusesFilesTooLargeToVerify() {
        var endless = EndlessFile.of("<KeyContainer Version='1.0'>", "<KeyPackage/>");
        assertThatThrownBy(() -> PskcReader.open(endless, TERMS))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(
                        "the signature of more than 16777216 bytes is verified only in a file on the disk that is no"
                                + " OpenPGP message");
    }

    @Test
    void verifiesAnEncryptedContainer() {
        var key = HexFormat.of().parseHex("12345678901234567890123456789012");
        var signed = new SignedFile(VENDOR).sign(Fixtures.text("rfc6030/figure-6.xml"));
        var terms = TERMS.withEventBased().openedBy(TransportKeys.ofPreSharedKey(key));
        assertThat(SealedContainer.open(signed, terms)).hasSize(20);
    }

    private static void assertRefused(String xml, String message) {
        assertThatThrownBy(() -> read(xml, TERMS))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(message);
    }

    /** In memory, and as a file that is too large for that: what comes of it is the same. */
    private static List<String> read(String xml, ReadingTerms terms) {
        assertThat(outcome(() -> PskcReader.open(() -> bytes(xml), terms, 0)))
                .isEqualTo(outcome(() -> reader(xml, terms)));
        return Fixtures.readThrough(reader(xml, terms));
    }

    private static Object outcome(Supplier<PskcReader> opening) {
        try {
            return Fixtures.readThrough(opening.get());
        } catch (SeedFileException e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }

    private static PskcReader reader(String xml, ReadingTerms terms) {
        return PskcReader.open(bytes(xml), terms);
    }

    private static InputStream bytes(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
