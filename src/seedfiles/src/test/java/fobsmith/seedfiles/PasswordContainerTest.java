package fobsmith.seedfiles;

import static fobsmith.seedfiles.SealedContainer.SEED;
import static fobsmith.seedfiles.SealedContainer.encrypt;
import static fobsmith.seedfiles.SealedContainer.hmac;
import static fobsmith.seedfiles.SealedContainer.macMethod;
import static fobsmith.seedfiles.SealedContainer.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class PasswordContainerTest {
    private static final String FIGURE_7 = Fixtures.text("rfc6030/figure-7.xml");
    private static final String AES = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

    @Test
    void opensFigure7OfRfc6030() {
        assertThat(SealedContainer.open(FIGURE_7, terms("qwerty")))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("12345678901234567890");
    }

    @ParameterizedTest
    @CsvSource({
        "xmlns:pkcs5=\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#\","
                + " xmlns:pkcs5=\"http://www.w3.org/2009/xmlenc11#\"",
        "<pkcs5:PBKDF2-params>, <PBKDF2-params>",
        "<PRF/>, ''",
        "<PRF/>, <PRF Algorithm=\"http://www.w3.org/2000/09/xmldsig#hmac-sha1\"/>"
    })
    void opensItInTheSpellingsOfVendors(String honest, String changed) {
        var xml = FIGURE_7.replace(honest, changed);
        if (changed.equals("<PBKDF2-params>")) {
            xml = xml.replace("</pkcs5:PBKDF2-params>", "</PBKDF2-params>");
        }
        assertThat(SealedContainer.open(xml, terms("qwerty"))).hasSize(20);
    }

    /** PBKDF2 written out here from RFC 8018 section 5.2, since the reader uses that of the JDK. */
    @ParameterizedTest
    @CsvSource({
        "xmldsig#hmac-sha1, HmacSHA1",
        "xmldsig-more#hmac-sha224, HmacSHA224",
        "xmldsig-more#hmac-sha256, HmacSHA256",
        "xmldsig-more#hmac-sha384, HmacSHA384",
        "xmldsig-more#hmac-sha512, HmacSHA512"
    })
    void derivesTheKeyWithEachPseudorandomFunction(String uri, String algorithm) throws GeneralSecurityException {
        var password = "Schlüssel 42";
        var salt = "eight or more".getBytes(StandardCharsets.US_ASCII);
        var key = pbkdf2(algorithm, password.getBytes(StandardCharsets.UTF_8), salt, 77, 32);
        var value = encrypt("AES/CBC/PKCS5Padding", key, SEED);
        var xml = SealedContainer.xml(
                derivedKey(salt, 77, 32, uri),
                macMethod(SealedContainer.DSIG + "hmac-sha1", ""),
                secret(AES, value, hmac("HmacSHA1", key, value)));
        assertThat(SealedContainer.open(xml, terms(password))).isEqualTo(SEED);
    }

    private static byte[] pbkdf2(String algorithm, byte[] password, byte[] salt, int iterations, int length)
            throws GeneralSecurityException {
        var derived = new byte[0];
        for (int block = 1; derived.length < length; block++) {
            var numbered = Arrays.copyOf(salt, salt.length + 4);
            numbered[numbered.length - 1] = (byte) block;
            var turn = hmac(algorithm, password, numbered);
            var sum = turn.clone();
            for (int i = 1; i < iterations; i++) {
                turn = hmac(algorithm, password, turn);
                for (int at = 0; at < sum.length; at++) {
                    sum[at] ^= turn[at];
                }
            }
            int before = derived.length;
            derived = Arrays.copyOf(derived, before + sum.length);
            System.arraycopy(sum, 0, derived, before, sum.length);
        }
        return Arrays.copyOf(derived, length);
    }

    private static String derivedKey(byte[] salt, int iterations, int length, String prf) {
        return """
            <EncryptionKey><x:DerivedKey xmlns:x="http://www.w3.org/2009/xmlenc11#">
            <x:KeyDerivationMethod Algorithm="http://www.w3.org/2009/xmlenc11#pbkdf2"><x:PBKDF2-params>
            <x:Salt><x:Specified>%s</x:Specified></x:Salt><x:IterationCount>%d</x:IterationCount>
            <x:KeyLength>%d</x:KeyLength><x:PRF Algorithm="http://www.w3.org/2000/09/%s"/>
            </x:PBKDF2-params></x:KeyDerivationMethod></x:DerivedKey></EncryptionKey>
            """.formatted(SealedContainer.base64(salt), iterations, length, prf);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        >1000<                | >10000001<          | the key container derives its key by parameters out of bounds: 10000001 iterations are not 1 to 10000000
        >1000<                | >2147483647<        | the key container derives its key by parameters out of bounds: 2147483647 iterations are not 1 to 10000000
        >1000<                | >0<                 | the key container derives its key by parameters out of bounds: 0 iterations are not 1 to 10000000
        >1000<                | >99999999999<       | the key container has a IterationCount that is not a whole number
        >16<                  | >65<                | the key container derives its key by parameters out of bounds: 65 bytes of a key are not 1 to 64
        >16<                  | >-1<                | the key container derives its key by parameters out of bounds: -1 bytes of a key are not 1 to 64
        >16<                  | >24<                | the key container has a MAC key encrypted by aes128-cbc, which takes a key of 16 bytes; the given one has 24
        >Ej7/PEpyEpw=<        | ><                  | the key container derives its key by parameters out of bounds: 0 bytes of salt are not 1 to 1024
        <PRF/>                | <PRF Algorithm="#hmac-md5"/> | the key container derives its key with PRF "#hmac-md5", which is not supported
        #pbkdf2"              | #scrypt"            | the key container derives its key by "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#scrypt", not by PBKDF2
        <Specified>Ej7/PEpyEpw=</Specified> | <OtherSource/> | the key container has a salt that is not given in it (Salt/OtherSource)
        >My Password 1<       | >Another<           | the key container has a MAC key that does not open: the key is wrong, or the file was changed
        """)
    void refusesHostileAndUnknownParametersByName(String honest, String changed, String message) {
        assertThat(FIGURE_7).contains(honest);
        var password = changed.equals(">Another<") ? "asdfgh" : "qwerty";
        assertThatThrownBy(() -> SealedContainer.open(FIGURE_7.replace(honest, changed), terms(password)))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhichPasswordItNeeds() {
        assertThatThrownBy(() -> SealedContainer.open(FIGURE_7, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the container is encrypted (password \"My Password 1\"), and no such key was given");
    }

    @Test
    void wipesThePassword() {
        var password = "qwerty".toCharArray();
        var keys = new TransportKeys() {
            @Override
            public Optional<char[]> password(String name) {
                return Optional.of(password).filter(_ -> name.equals("My Password 1"));
            }
        };
        var terms = ReadingTerms.STRICT.withEventBased().openedBy(keys);
        var file = new ByteArrayInputStream(FIGURE_7.getBytes(StandardCharsets.UTF_8));
        assertThat(Fixtures.readThrough(PskcReader.open(file, terms))).hasSize(1);
        assertThat(password).containsOnly('\0');
    }

    private static ReadingTerms terms(String password) {
        return ReadingTerms.STRICT.withEventBased().openedBy(TransportKeys.ofPassword(password.toCharArray()));
    }
}
