package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PskcRefusalTest {
    private static final String THREE_FOBS = Fixtures.text("pskc/three-fobs.xml");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pskc/hotp.xml            | token GAHT00000001 has algorithm HOTP; this reader takes TOTP only
        pskc/no-serial.xml       | key "12345678" has no serial number (DeviceInfo/SerialNo)
        pskc/no-secret.xml       | token GAHT00000001 comes without a secret (Key/Data/Secret)
        pskc/no-code-length.xml  | token GAHT00000001 does not say how long its codes are (ResponseFormat/@Length)
        pskc/encrypted.xml       | the container is encrypted (pre-shared key "transport-key-1"), and no such key was given
        pskc/encrypted-value.xml | the container is encrypted (a key that it does not name), and no such key was given
        pskc/policy-unknown.xml  | token GAHT00000002 has a Policy that is not understood (MoonPhase), so its key must not be used
        pskc/policy-pin.xml      | token GAHT00000001 has a PIN policy (PINPolicy) by which the token checks a PIN itself
        pskc/entity-bomb.xml     | a document type declaration (DTD) is not allowed in a seed file
        pskc/external-entity.xml | a document type declaration (DTD) is not allowed in a seed file
        rfc6030/figure-2.xml     | key "12345678" has no serial number (DeviceInfo/SerialNo)
        rfc6030/figure-3.xml     | token 987654321 has algorithm HOTP; this reader takes TOTP only
        rfc6030/figure-4.xml     | token 987654321 has algorithm HOTP; this reader takes TOTP only
        rfc6030/figure-5.xml     | token 987654321 has algorithm HOTP; this reader takes TOTP only
        rfc6030/figure-6.xml     | the container is encrypted (pre-shared key "Pre-shared-key"), and no such key was given
        rfc6030/figure-7.xml     | the container is encrypted (password "My Password 1"), and no such key was given
        rfc6030/figure-10.xml    | token 654321 has algorithm HOTP; this reader takes TOTP only
        """)
    void refusesByNameWhatItCannotTake(String file, String message) {
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(Fixtures.text(file))))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Version="1.0" xm          | Version="1.1" xm           | the key container has version "1.1"; this reader takes 1.0 only
        Version="1.0" xm          | xm                         | the key container has version ""; this reader takes 1.0 only
        <KeyContainer             | <Tokens                    | the file is not a key container of RFC 6030: its root element is Tokens
        ns:keyprov:pskc">         | ns:keyprov:container">     | the file is not a key container of RFC 6030: its root element is KeyContainer of another namespace
        pskc:totp                 | pskc:ocra                  | token GAHT00000001 has algorithm OCRA; this reader takes TOTP only
        pskc:totp                 | pskc#totp                  | token GAHT00000001 has algorithm "urn:ietf:params:xml:ns:keyprov:pskc#totp"; this reader takes TOTP only
        Algorithm="urn            | Other="urn                 | token GAHT00000001 names no algorithm (Key/@Algorithm)
        Length="6"                | Length="9"                 | token GAHT00000001 shows codes of 9 digits, which are not supported (6, 7, 8 or 10)
        Encoding="DECIMAL"        | Encoding="HEXADECIMAL"     | token GAHT00000001 shows codes in encoding "HEXADECIMAL", not DECIMAL
        Length="6"                | Length="6" CheckDigits="1" | token GAHT00000001 appends a check digit to its codes (CheckDigits)
        <ResponseFormat           | <Suite>HMAC-MD5</Suite><ResponseFormat | token GAHT00000001 has an unknown hash algorithm "HMAC-MD5" (Suite)
        <ResponseFormat           | <ChallengeFormat/><ResponseFormat      | token GAHT00000001 asks for a challenge (ChallengeFormat), which TOTP does not know
        <PlainValue>30</PlainValue> | <PlainValue>0</PlainValue>     | token GAHT00000001 has TimeInterval 0, not 1 to 86400 seconds
        <PlainValue>30</PlainValue> | <PlainValue>86401</PlainValue> | token GAHT00000001 has TimeInterval 86401, not 1 to 86400 seconds
        dGVzdCBzZWVkIG9mIGZvYiAwMDE= | ''                            | token GAHT00000001 has a secret of 0 bytes, not of 1 to 255
        <KeyUsage>OTP             | <KeyUsage>CR               | token GAHT00000003 may not be used for OTP (its Policy says KeyUsage CR)
        <KeyUsage>OTP             | <KeyUsage>Dance            | token GAHT00000003 has a Policy that is not understood (KeyUsage "Dance"), so its key must not be used
        <KeyUsage>OTP             | <KeyUsage at="noon">OTP    | token GAHT00000003 has a Policy that is not understood (an attribute of KeyUsage), so its key must not be used
        <Policy>                  | <Policy><NumberOfTransactions>9</NumberOfTransactions> | token GAHT00000003 has a Policy that is not understood (NumberOfTransactions), so its key must not be used
        <Policy>                  | <Policy><x:Y xmlns:x="urn:x"/> | token GAHT00000003 has a Policy that is not understood (Y), so its key must not be used
        """)
    void refusesByNameWhatAFobMayNotBe(String honest, String changed, String message) {
        assertChanged(honest, changed, SeedFileException.Refused.class, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dGVzdCBzZWVkIG9mIGZvYiAwMDE= | dGVzdCBzZWVkIG9mIGZvYiAwMDE   | token GAHT00000001 has a secret that is not base64
        dGVzdCBzZWVkIG9mIGZvYiAwMDE= | dGVzdCBzZWVk_G9mIGZvYiAwMDE=  | token GAHT00000001 has a secret that is not base64
        dGVzdCBzZWVkIG9mIGZvYiAwMDE= | dGVzdCBzZWVk<b/>IGZvYiAwMDE=  | line 17: an element inside PlainValue, which holds text only
        dGVzdCBzZWVkIG9mIGZvYiAwMDE= | dGVzdCBzZWVk<bIGZvYiAwMDE=    | line 17 is not well-formed XML: column 48, inside PlainValue
        <PlainValue>30            | <PlainValue>soon         | token GAHT00000001 has a TimeInterval that is not a whole number
        <PlainValue>30            | <PlainValue>9999999999   | token GAHT00000001 has a TimeInterval that is not a whole number
        <PlainValue>-2            | <PlainValue>x            | token GAHT00000003 has a TimeDrift that is not a whole number
        <PlainValue>0             | <PlainValue>noon         | token GAHT00000001 has a Time that is not a whole number
        Length="6"                | Length="six"             | token GAHT00000001 has a Length that is not a whole number
        2034-12-31T00:00:00Z      | New Year's Eve           | line 80: ExpiryDate "New Year's Eve" is not a date and time
        <Model>                   | <SerialNo>2</SerialNo><Model> | line 8: SerialNo is given twice
        <Model>                   | <Colour/><Model>         | line 8: unexpected element Colour in DeviceInfo
        <Secret>                  | <Mystery/><Secret>       | line 16: unexpected element in Data
        <Data>                    | <Data>hello              | line 16: text between the elements of Data
        """)
    void saysWhereAFileBreaksTheFormat(String honest, String changed, String message) {
        assertChanged(honest, changed, SeedFileException.Malformed.class, message);
    }

    @Test
    void saysWhereAFileWasCutOff() {
        assertMalformed(
                Fixtures.text("pskc/malformed.xml"), "line 35 is not well-formed XML: the file ends inside Issuer");
    }

    @Test
    void saysThatAnEmptyOrForeignFileIsNoXml() {
        assertMalformed("", "the file is empty");
        assertMalformed("serial,seed\n", "line 1 is not well-formed XML: column 1, outside the key container");
    }

    @Test
    void countsTheBlankLinesItPassedOver() {
        assertMalformed(
                "\n\n" + THREE_FOBS.replaceFirst("<Model>", "<Colour/><Model>"),
                "line 10: unexpected element Colour in DeviceInfo");
    }

    @Test
    void refusesAContainerWithoutKeys() {
        assertMalformed("<KeyContainer Version='1.0'/>", "the key container holds no key package");
    }

    @Test
    void refusesAKeyPackageWithoutAKey() {
        assertThatThrownBy(() -> Fixtures.readThrough(
                        Fixtures.reader("<KeyContainer Version='1.0'>\n<KeyPackage/></KeyContainer>")))
                .hasMessage("the key package at line 2 comes without a key");
    }

    @Test
    void refusesSerialsThatCannotBePrinted() {
        assertMalformed(
                THREE_FOBS.replaceFirst("GAHT00000001", "GAHT\u202E0001"),
                "line 7: SerialNo holds a character that cannot be printed (U+202E)");
    }

    @Test
    void refusesBytesThatAreNotInTheFilesEncoding() {
        assertMalformed(
                THREE_FOBS.replaceFirst("Our Own", "\u00dcr Own"),
                StandardCharsets.ISO_8859_1,
                "line 2: here or further on are bytes that are no characters of the file's encoding");
    }

    @Test
    void refusesAnEncodingThatNobodyKnows() {
        assertThatThrownBy(() -> Fixtures.reader(THREE_FOBS.replace("UTF-8", "EBCDIC-FOB")))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the file's encoding \"EBCDIC-FOB\" is not supported");
    }

    @Test
    void refusesAnEntityThatNobodyDeclared() {
        assertThatThrownBy(
                        () -> Fixtures.readThrough(Fixtures.reader(THREE_FOBS.replaceFirst("GAHT00000001", "&name;"))))
                .isInstanceOf(SeedFileException.class)
                .hasMessage("line 7 refers to an entity, which a seed file may not");
    }

    @Test
    void keepsTheSecretOutOfEveryException() {
        var xml = THREE_FOBS.replaceFirst("<PlainValue>dGVz", "<PlainValue dGVz");
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(xml)))
                .satisfies(e -> assertThat(e)
                        .hasNoCause()
                        .message()
                        .doesNotContain("dGVz")
                        .doesNotContain("\n"));
    }

    private static void assertChanged(String honest, String changed, Class<?> type, String message) {
        assertThat(THREE_FOBS).contains(honest);
        int at = THREE_FOBS.indexOf(honest);
        var xml = THREE_FOBS.substring(0, at) + changed + THREE_FOBS.substring(at + honest.length());
        assertThatThrownBy(() -> Fixtures.readThrough(Fixtures.reader(closed(xml, changed))))
                .isInstanceOf(type)
                .hasMessage(message);
    }

    /** A renamed root needs its end tag renamed as well, or the file would end in a fault of another kind. */
    private static String closed(String xml, String changed) {
        return changed.equals("<Tokens") ? xml.replace("</KeyContainer", "</Tokens") : xml;
    }

    private static void assertMalformed(String xml, String message) {
        assertMalformed(xml, StandardCharsets.UTF_8, message);
    }

    private static void assertMalformed(String xml, Charset charset, String message) {
        var file = new ByteArrayInputStream(xml.getBytes(charset));
        assertThatThrownBy(() -> Fixtures.readThrough(PskcReader.open(file)))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage(message);
    }
}
