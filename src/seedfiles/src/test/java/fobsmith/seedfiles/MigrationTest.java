package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {
    private static final ReadingTerms BOTH = ReadingTerms.STRICT.withEventBased();

    /** From the README of github.com/dim13/otpauth, which gives the secret as JBSWY3DPEHPK3PXP. */
    private static final String KNOWN = "CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC";

    @Test
    void readsAKnownUri() {
        var read = Fixtures.keys(Fixtures.openText("otpauth-migration://offline?data=" + KNOWN, BOTH));
        assertThat(read)
                .containsExactly("alice@google.com, Totp[algorithm=SHA1, digits=6, timeStep=PT30S],"
                        + " \"Hello!\u00de\u00ad\u00be\u00ef\", counter none, issuer \"Example\"");
    }

    @Test
    void takesTheBase64InWhateverStateItArrives() {
        var bytes = part(0, 1, key("\u00ef\u00be\u00fb\u00ef\u00be\u00ff\u00ff\u00ff", "a", 1, 1, 2, 0));
        var base64 = Base64.getEncoder().encodeToString(bytes);
        assertThat(base64).contains("+", "/", "=");
        var spellings = Stream.of(
                URLEncoder.encode(base64, UTF_8),
                base64,
                base64.replace("+", " "),
                base64.replace("=", ""),
                Base64.getUrlEncoder().encodeToString(bytes),
                base64 + "&more=1");
        assertThat(spellings)
                .allSatisfy(data -> assertThat(
                                Fixtures.keys(Fixtures.openText("otpauth-migration://offline?x=1&data=" + data, BOTH)))
                        .singleElement()
                        .asString()
                        .contains("\"\u00ef\u00be\u00fb\u00ef\u00be\u00ff\u00ff\u00ff\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | 0 | 0 | Totp[algorithm=SHA1, digits=6, timeStep=PT30S]
        1 | 1 | 2 | Totp[algorithm=SHA1, digits=6, timeStep=PT30S]
        2 | 2 | 2 | Totp[algorithm=SHA256, digits=8, timeStep=PT30S]
        3 | 2 | 1 | Hotp[algorithm=SHA512, digits=8]
        """)
    void knowsTheNumbersOfAlgorithmsDigitsAndTypes(int algorithm, int digits, int type, String profile) {
        assertThat(Fixtures.keys(open(part(0, 1, key("secret", "a", algorithm, digits, type, 5)))))
                .singleElement()
                .asString()
                .contains(profile)
                .contains(type == 1 ? "counter 5" : "counter none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        4 | 1 | 2 | a key of line 1 has a hash algorithm that is not supported; SHA1, SHA256 and SHA512 are
        1 | 3 | 2 | a key of line 1 shows codes of a length that is not supported (6, 7, 8 or 10 are)
        1 | 1 | 3 | a key of line 1 is of a type that is not supported; TOTP and HOTP are
        """)
    void refusesOtherNumbers(int algorithm, int digits, int type, String message) {
        assertThatThrownBy(() -> Fixtures.keys(open(part(0, 1, key("secret", "a", algorithm, digits, type, 5)))))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(message);
    }

    @Test
    void readsAnExportOfSeveralPartsInAnyOrder() {
        var two = uri(part(1, 2, key("secret", "b", 1, 1, 2, 0)));
        var one = uri(part(0, 2, key("secret", "a", 1, 1, 2, 0), key("secret", "c", 1, 1, 2, 0)));
        var omissions = new ArrayList<Omission>();
        var read = Fixtures.keys(
                Fixtures.openText("# made up\n" + two + "\n" + one + "\n" + two, BOTH.reportingTo(omissions::add)));
        assertThat(read).extracting(key -> key.substring(0, 1)).containsExactly("b", "a", "c");
        assertThat(omissions)
                .containsExactly(new Omission(4, "line 4: this part of the export was read before", false));
    }

    @Test
    void namesThePartsThatAreMissing() {
        var second = uri(part(1, 4, key("secret", "b", 1, 1, 2, 0)));
        var fourth = uri(part(3, 4, key("secret", "d", 1, 1, 2, 0)));
        var complaint = "of the 4 QR codes of a Google Authenticator export, number 1, 3 are missing";
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(second + "\n" + fourth, BOTH)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage(complaint);
        var omissions = new ArrayList<Omission>();
        var told = BOTH.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        assertThat(Fixtures.keys(Fixtures.openText(second + "\n" + fourth, told)))
                .hasSize(2);
        assertThat(omissions).containsExactly(new Omission(2, complaint, true));
    }

    @Test
    void readsPicturesOfAnExport() {
        var pictures = Stream.of(0, 1)
                .map(index -> part(index, 2, key("secret", "a" + index, 1, 1, 2, 0)))
                .map(part -> new ByteArrayInputStream(QrCode.png(uri(part))))
                .toList();
        assertThat(Fixtures.keys(SeedFileReader.openPictures(pictures, BOTH)))
                .extracting(key -> key.substring(0, 2))
                .containsExactly("a0", "a1");
        var one = List.of(new ByteArrayInputStream(QrCode.png(uri(part(0, 2, key("secret", "a", 1, 1, 2, 0))))));
        assertThatThrownBy(() -> Fixtures.keys(SeedFileReader.openPictures(one, BOTH)))
                .hasMessage("of the 2 QR codes of a Google Authenticator export, number 2 is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CgE",
                "C",
                "////////////",
                "CjEKCkhlbGxv",
                "Eg",
                "GgA",
                "Cw",
                "%zz",
                "*",
                "EAk",
                "GAUgBQ",
                "GJBOIAA"
            })
    void refusesBytesThatAreNoExport(String data) {
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText("otpauth-migration://offline?data=" + data, BOTH)))
                .isInstanceOf(SeedFileException.class);
    }

    private static SeedFileReader open(byte[] part) {
        return Fixtures.openText(uri(part), BOTH);
    }

    private static String uri(byte[] part) {
        return "otpauth-migration://offline?data=" + Base64.getEncoder().encodeToString(part);
    }

    /** Protocol Buffers' wire format by hand, for numbers below 128 and short strings. */
    private static byte[] part(int index, int size, byte[]... keys) {
        var message = new ByteArrayOutputStream();
        for (var key : keys) {
            message.writeBytes(new byte[] {0x0a, (byte) key.length});
            message.writeBytes(key);
        }
        message.writeBytes(new byte[] {0x10, 1, 0x18, (byte) size, 0x20, (byte) index, 0x28, 99});
        return message.toByteArray();
    }

    private static byte[] key(String secret, String name, int algorithm, int digits, int type, int counter) {
        var message = new ByteArrayOutputStream();
        var bytes = secret.getBytes(ISO_8859_1);
        message.writeBytes(new byte[] {0x0a, (byte) bytes.length});
        message.writeBytes(bytes);
        message.writeBytes(new byte[] {0x12, (byte) name.length()});
        message.writeBytes(name.getBytes(UTF_8));
        message.writeBytes(new byte[] {0x20, (byte) algorithm, 0x28, (byte) digits, 0x30, (byte) type});
        // a counter, and a unique id that only newer versions write
        message.writeBytes(new byte[] {0x38, (byte) counter, 0x42, 2, 'i', 'd'});
        return message.toByteArray();
    }
}
