package fobsmith.seedfiles;

import static fobsmith.seedfiles.SealedContainer.KEY_NAME;
import static fobsmith.seedfiles.SealedContainer.MAC_KEY;
import static fobsmith.seedfiles.SealedContainer.SEED;
import static fobsmith.seedfiles.SealedContainer.counting;
import static fobsmith.seedfiles.SealedContainer.encrypt;
import static fobsmith.seedfiles.SealedContainer.hmac;
import static fobsmith.seedfiles.SealedContainer.macKey;
import static fobsmith.seedfiles.SealedContainer.macMethod;
import static fobsmith.seedfiles.SealedContainer.secret;
import static fobsmith.seedfiles.SealedContainer.value;
import static fobsmith.seedfiles.SealedContainer.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.OtpProfile;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptedContainerTest {
    private static final byte[] KEY = HexFormat.of().parseHex("12345678901234567890123456789012");
    private static final ReadingTerms TERMS = ReadingTerms.STRICT.openedBy(TransportKeys.ofPreSharedKey(KEY));
    private static final String AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    private static final String HMAC_SHA1 = SealedContainer.DSIG + "hmac-sha1";
    private static final byte[] NO_MAC = new byte[0];

    @Test
    void opensFigure6OfRfc6030() {
        var xml = Fixtures.text("rfc6030/figure-6.xml");
        assertThat(SealedContainer.open(xml, TERMS.withEventBased()))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("12345678901234567890");
    }

    @ParameterizedTest
    @CsvSource({
        "2001/04/xmlenc#aes128-cbc,    AES/CBC/PKCS5Padding,    16",
        "2001/04/xmlenc#aes192-cbc,    AES/CBC/PKCS5Padding,    24",
        "2001/04/xmlenc#aes256-cbc,    AES/CBC/PKCS5Padding,    32",
        "2001/04/xmlenc#aes256-cbc,    AES/CBC/ISO10126Padding, 32",
        "2001/04/xmlenc#tripledes-cbc, DESede/CBC/PKCS5Padding, 24"
    })
    void opensWhatIsEncryptedUnderCbcAndAuthenticated(String uri, String transformation, int keyLength)
            throws GeneralSecurityException {
        var key = counting(keyLength);
        var cipher = "http://www.w3.org/" + uri;
        var value = encrypt(transformation, key, SEED);
        var macKey = macKey(cipher, encrypt(transformation, key, MAC_KEY));
        var mac = hmac("HmacSHA1", MAC_KEY, value);
        var xml = xml(KEY_NAME, macMethod(HMAC_SHA1, macKey), secret(cipher, value, mac));
        assertThat(SealedContainer.open(xml, ReadingTerms.STRICT.openedBy(TransportKeys.ofPreSharedKey(key))))
                .isEqualTo(SEED);
    }

    @ParameterizedTest
    @CsvSource({
        "2009/xmlenc11#aes128-gcm,     AES/GCM/NoPadding, 16",
        "2009/xmlenc11#aes192-gcm,     AES/GCM/NoPadding, 24",
        "2009/xmlenc11#aes256-gcm,     AES/GCM/NoPadding, 32",
        "2001/04/xmlenc#kw-aes128,     AES/KW/NoPadding,  16",
        "2001/04/xmlenc#kw-aes192,     AES/KW/NoPadding,  24",
        "2001/04/xmlenc#kw-aes256,     AES/KW/NoPadding,  32",
        "2001/04/xmlenc#kw-aes256,     AES/KWP/NoPadding, 32",
        "2009/xmlenc11#kw-aes-128-pad, AES/KWP/NoPadding, 16",
        "2009/xmlenc11#kw-aes-192-pad, AES/KWP/NoPadding, 24",
        "2009/xmlenc11#kw-aes-256-pad, AES/KWP/NoPadding, 32"
    })
    void opensWhatAuthenticatesItselfWithoutAMac(String uri, String transformation, int keyLength)
            throws GeneralSecurityException {
        var key = counting(keyLength);
        var seed = transformation.equals("AES/KW/NoPadding") ? counting(24) : SEED;
        var encrypted = encrypt(transformation, key, seed);
        var xml = xml(KEY_NAME, "", secret("http://www.w3.org/" + uri, encrypted, NO_MAC));
        var terms = ReadingTerms.STRICT.openedBy(TransportKeys.ofPreSharedKey(key));
        assertThat(SealedContainer.open(xml, terms)).isEqualTo(seed);
        for (int at = 0; at < encrypted.length; at++) {
            encrypted[at] ^= 0x10;
            var changed = xml(KEY_NAME, "", secret("http://www.w3.org/" + uri, encrypted, NO_MAC));
            assertRefused(
                    changed,
                    terms,
                    "token GAHT00000001 has a Secret that does not open: the key is wrong, or the file was changed");
            encrypted[at] ^= 0x10;
        }
    }

    @Test
    void refusesAPlainSecretAmongEncryptedOnesUnlessTold() {
        var secret = "<Secret><PlainValue>%s</PlainValue></Secret>".formatted(SealedContainer.base64(SEED));
        var planted = xml(KEY_NAME, "", secret);
        assertRefused(planted, TERMS, "token GAHT00000001 has its secret in plain, in a container that encrypts");
        assertThat(SealedContainer.open(planted, TERMS.tolerating(Leniency.PLAIN_SECRET_IN_ENCRYPTED_CONTAINER)))
                .isEqualTo(SEED);
        assertThat(SealedContainer.open(xml("", "", secret), TERMS)).isEqualTo(SEED);
    }

    @Test
    void refusesASecretBothPlainAndEncrypted() throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var both =
                secret(AES, value, NO_MAC).replace("<EncryptedValue>", "<PlainValue>MTIz</PlainValue><EncryptedValue>");
        assertThatThrownBy(() -> SealedContainer.open(xml("", "", both), TERMS))
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("token GAHT00000001 has a Secret both in plain and encrypted");
    }

    @Test
    void readsEncryptedNumbersInDigitsAndInBinary() throws GeneralSecurityException {
        for (var sixty : new byte[][] {
            "60".getBytes(StandardCharsets.US_ASCII),
            {60},
            ByteBuffer.allocate(4).putInt(60).array(),
            ByteBuffer.allocate(8).putLong(60).array()
        }) {
            assertThat(timeStep(sixty)).isEqualTo("PT1M");
        }
        assertThatThrownBy(() -> timeStep(new byte[9]))
                .hasMessage("token GAHT00000001 has an encrypted TimeInterval that is not a whole number");
    }

    private static String timeStep(byte[] plain) throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var number = encrypt("AES/CBC/PKCS5Padding", KEY, plain);
        var data = secret(AES, value, hmac("HmacSHA1", KEY, value))
                + value("TimeInterval", AES, number, hmac("HmacSHA1", KEY, number));
        var file = xml(KEY_NAME, macMethod(HMAC_SHA1, ""), data).getBytes(StandardCharsets.UTF_8);
        try (var reader = PskcReader.open(new ByteArrayInputStream(file), TERMS);
                var key = reader.next().orElseThrow()) {
            return ((OtpProfile.Totp) key.profile()).timeStep().toString();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        xmlenc#aes128-cbc | xmlenc#aes256-cbc | token GAHT00000001 has a Secret encrypted by aes256-cbc, which takes a key of 32 bytes; the given one has 16
        xmlenc#aes128-cbc | xmlenc#arcfour    | token GAHT00000001 has a Secret encrypted by "http://www.w3.org/2001/04/xmlenc#arcfour", which is not supported
        #hmac-sha1        | #hmac-md5         | the key container has MAC algorithm "http://www.w3.org/2000/09/xmldsig#hmac-md5", which is not supported
        <EncryptionKey><ds:KeyName>transport-key-1 | <EncryptionKey><ds:KeyValue>transport-key-1 | the container is encrypted (KeyValue), and no such key was given
        """)
    void refusesByNameWhatItCannotOpen(String honest, String changed, String message) throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var xml = xml(KEY_NAME, macMethod(HMAC_SHA1, ""), secret(AES, value, hmac("HmacSHA1", KEY, value)));
        assertThat(xml).contains(honest);
        assertRefused(xml.replace(honest, changed), TERMS, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <xenc:CipherValue>[^<]*</xenc:CipherValue> | ''                                | line 7: an encrypted value is empty (CipherData/CipherValue)
        <xenc:CipherValue>[^<]*</xenc:CipherValue> | <xenc:CipherReference URI="x"/>   | line 7 refers to an encrypted value outside the file (CipherReference), which a seed file may not
        <xenc:CipherValue>                         | <xenc:CipherValue>*               | line 7: CipherValue is not base64
        <ValueMAC>                                 | <ValueMAC>*                       | line 7: ValueMAC is not base64
        <KeyPackage>                               | <KeyPackage/><EncryptionKey/><KeyPackage> | the key package at line 4 comes without a key
        <MACMethod                                 | <EncryptionKey/><MACMethod        | line 3: EncryptionKey is given twice, or after what it opens
        <KeyPackage>                               | <MACMethod Algorithm="#hmac-sha1"/><KeyPackage> | line 4: MACMethod is given twice
        """)
    void saysWhereEncryptionBreaksTheFormat(String honest, String changed, String message)
            throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var xml = xml(KEY_NAME, macMethod(HMAC_SHA1, ""), secret(AES, value, hmac("HmacSHA1", KEY, value)));
        assertRefused(xml.replaceFirst(honest, changed), TERMS, message);
    }

    @Test
    void asksByTheNameThatTheFileGives() {
        assertRefused(
                Fixtures.text("rfc6030/figure-6.xml"),
                ReadingTerms.STRICT.openedBy(SealedContainer.keysNamed("other", KEY, "another", KEY)),
                "the container is encrypted (pre-shared key \"Pre-shared-key\"), and no such key was given");
    }

    private static void assertRefused(String xml, ReadingTerms terms, String message) {
        assertThatThrownBy(() -> SealedContainer.open(xml, terms))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }
}
