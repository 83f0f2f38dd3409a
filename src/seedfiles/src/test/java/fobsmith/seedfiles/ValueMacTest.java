package fobsmith.seedfiles;

import static fobsmith.seedfiles.SealedContainer.KEY_NAME;
import static fobsmith.seedfiles.SealedContainer.MAC_KEY;
import static fobsmith.seedfiles.SealedContainer.SEED;
import static fobsmith.seedfiles.SealedContainer.encrypt;
import static fobsmith.seedfiles.SealedContainer.hmac;
import static fobsmith.seedfiles.SealedContainer.macKey;
import static fobsmith.seedfiles.SealedContainer.macMethod;
import static fobsmith.seedfiles.SealedContainer.secret;
import static fobsmith.seedfiles.SealedContainer.value;
import static fobsmith.seedfiles.SealedContainer.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ValueMAC and MACMethod (RFC 6030 section 6.1.1). */
class ValueMacTest {
    private static final byte[] KEY = HexFormat.of().parseHex("12345678901234567890123456789012");
    private static final ReadingTerms TERMS = ReadingTerms.STRICT.openedBy(TransportKeys.ofPreSharedKey(KEY));
    private static final String AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    private static final String HMAC_SHA1 = SealedContainer.DSIG + "hmac-sha1";
    private static final byte[] NO_MAC = new byte[0];

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1,          HmacSHA1",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha1,     HmacSHA1",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha224,   HmacSHA224",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256,   HmacSHA256",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha384,   HmacSHA384",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512,   HmacSHA512"
    })
    void takesEveryHmacWithAKeyOfItsOwnOrThatOfTheEncryption(String uri, String algorithm)
            throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var own = macKey(AES, encrypt("AES/CBC/PKCS5Padding", KEY, MAC_KEY));
        var withOwn = xml(KEY_NAME, macMethod(uri, own), secret(AES, value, hmac(algorithm, MAC_KEY, value)));
        assertThat(SealedContainer.open(withOwn, TERMS)).isEqualTo(SEED);
        var without = xml(KEY_NAME, macMethod(uri, ""), secret(AES, value, hmac(algorithm, KEY, value)));
        assertThat(SealedContainer.open(without, TERMS)).isEqualTo(SEED);
        assertRefused(
                without,
                TERMS.forbidding(Leniency.ENCRYPTION_KEY_AS_MAC_KEY),
                "the key container has a MACMethod without a MACKey");
    }

    @Test
    void asksForTheMacKeyThatAContainerRefersTo() throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var method = macMethod(HMAC_SHA1, "<MACKeyReference>mac-key-7</MACKeyReference>");
        var xml = xml(KEY_NAME, method, secret(AES, value, hmac("HmacSHA1", MAC_KEY, value)));
        var both =
                ReadingTerms.STRICT.openedBy(SealedContainer.keysNamed("transport-key-1", KEY, "mac-key-7", MAC_KEY));
        assertThat(SealedContainer.open(xml, both)).isEqualTo(SEED);
        assertRefused(
                xml,
                ReadingTerms.STRICT.openedBy(SealedContainer.keysNamed("transport-key-1", KEY, "", KEY)),
                "the key container takes its MACs under key \"mac-key-7\", and no such key was given");
    }

    /** One bit of each byte of each encrypted or authenticating part of figure 6. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX",
                "AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv",
                "Su+NvtQfmvfJzF6bmQiJqoLRExc="
            })
    void refusesAChangeOfAnyByte(String part) {
        var figure = Fixtures.text("rfc6030/figure-6.xml");
        var honest = Base64.getDecoder().decode(part);
        for (int at = 0; at < honest.length; at++) {
            var changed = honest.clone();
            changed[at] ^= 0x01;
            assertThatThrownBy(() -> SealedContainer.open(
                            figure.replace(part, SealedContainer.base64(changed)), TERMS.withEventBased()))
                    .isInstanceOf(SeedFileException.Refused.class)
                    .message()
                    .containsAnyOf(
                            "token 987654321 has an encrypted Secret whose MAC is wrong",
                            "the key container has a MAC key that does not open");
        }
    }

    @Test
    void refusesAValueUnderCbcWithoutAMacUnlessTold() throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var bare = xml(KEY_NAME, "", secret(AES, value, NO_MAC));
        assertRefused(bare, TERMS, "token GAHT00000001 has an encrypted Secret without a MAC (ValueMAC)");
        assertThatThrownBy(() -> SealedContainer.open(bare, TERMS))
                .extracting(refused -> ((SeedFileException) refused).remedy())
                .isEqualTo(Optional.of(Leniency.MISSING_MAC));
        assertThat(SealedContainer.open(bare, TERMS.tolerating(Leniency.MISSING_MAC)))
                .isEqualTo(SEED);
        var unnamed = xml(KEY_NAME, "", secret(AES, value, MAC_KEY));
        assertRefused(
                unnamed,
                TERMS,
                "token GAHT00000001 has a MAC for its encrypted Secret, but the container names no MACMethod");
        var stripped = xml(KEY_NAME, macMethod(HMAC_SHA1, ""), secret(AES, value, NO_MAC));
        assertRefused(stripped, TERMS, "token GAHT00000001 has an encrypted Secret without a MAC (ValueMAC)");
    }

    @Test
    void refusesAWrongMacEvenWhereNoneIsNeeded() throws GeneralSecurityException {
        var gcm = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
        var value = encrypt("AES/GCM/NoPadding", KEY, SEED);
        var xml = xml(KEY_NAME, macMethod(HMAC_SHA1, ""), secret(gcm, value, MAC_KEY));
        assertRefused(
                xml,
                TERMS.tolerating(Leniency.MISSING_MAC),
                "token GAHT00000001 has an encrypted Secret whose MAC is wrong: the key is wrong, or the file was"
                        + " changed");
    }

    @Test
    void takesAMacOverThePlainValueIfTold() throws GeneralSecurityException {
        var value = encrypt("AES/CBC/PKCS5Padding", KEY, SEED);
        var late = xml(KEY_NAME, macMethod(HMAC_SHA1, ""), secret(AES, value, hmac("HmacSHA1", KEY, SEED)));
        var wrong = "token GAHT00000001 has an encrypted Secret whose MAC is wrong: the key is wrong, or the file was"
                + " changed";
        assertRefused(late, TERMS, wrong);
        var told = TERMS.tolerating(Leniency.MAC_OVER_PLAINTEXT);
        assertThat(SealedContainer.open(late, told)).isEqualTo(SEED);
        assertRefused(late.replace(SealedContainer.base64(hmac("HmacSHA1", KEY, SEED)), "AAAA"), told, wrong);
    }

    private static void assertRefused(String xml, ReadingTerms terms, String message) {
        assertThatThrownBy(() -> SealedContainer.open(xml, terms))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }
}
