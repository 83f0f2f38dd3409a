package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encrypted fixtures were made with Python's hashlib and cryptography, after the formats' public descriptions. */
class AppExportTest {
    private static final ReadingTerms BOTH = ReadingTerms.STRICT.withEventBased();
    private static final String JANE = "jane@example.org, Totp[algorithm=SHA256, digits=8, timeStep=PT1M],"
            + " \"test seed of fob 001\", counter none, issuer \"%s\"";
    private static final String JOE =
            "joe@example.org, Hotp[algorithm=SHA1, digits=6]," + " \"test seed of fob 002\", counter 7, issuer \"%s\"";

    private static ReadingTerms opened(String password) {
        return BOTH.openedBy(TransportKeys.ofPassword(password.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aegis.json", "aegis-encrypted.json"})
    void readsTheExportsOfAegis(String name) {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/" + name, opened("correct horse"))))
                .containsExactly(JANE.formatted("Example"), JOE.formatted(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2fas.json", "2fas-encrypted.json"})
    void readsTheExportsOf2fas(String name) {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/" + name, opened("correct horse"))))
                .containsExactly(JANE.formatted("Example Ltd"), JOE.formatted("Example"));
    }

    /** Java's signed bytes: -1 is 0xff. */
    @Test
    void readsTheExportsOfFreeOtpPlus() {
        assertThat(Fixtures.keys(Fixtures.open("seedfiles/freeotp-plus.json", BOTH)))
                .containsExactly(
                        JANE.formatted("Example").replace("001", "00\u00ff"),
                        JOE.formatted("").replace("002", "00\u00ff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aegis-encrypted.json", "2fas-encrypted.json"})
    void saysThatAPasswordIsMissingOrWrong(String name) {
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.open("seedfiles/" + name, BOTH)))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the export is encrypted by a password, and no password was given");
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.open("seedfiles/" + name, opened("wrong horse"))))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessage("the export does not open: the password is wrong, or the file was changed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "n": 1024                    | "n": 1048576              | a slot of the export derives its key by parameters out of bounds: N = 1048576 with r = 8 takes more than 67108864 bytes
        "n": 1024                    | "n": 1000                 | a slot of the export derives its key by parameters out of bounds: N = 1000 is no power of two
        "p": 1,                      | "p": 5,                   | a slot of the export derives its key by parameters out of bounds: p = 5 is not 1 to 4
        "type": 1,                   | "type": 3,                | the export does not open: the password is wrong, or the file was changed
        "db": "                      | "db": "*                  | the export's database is not base64
        "nonce": "0001               | "nonce": "xx01            | line 20: nonce is not hexadecimal
        """)
    void refusesAnEncryptedExportThatIsNotUnderstood(String honest, String changed, String message) {
        var export = Fixtures.text("seedfiles/aegis-encrypted.json");
        assertThat(export).contains(honest);
        assertThatThrownBy(() ->
                        Fixtures.keys(Fixtures.openText(export.replace(honest, changed), opened("correct horse"))))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "type": "totp"               | "type": "steam"           | entry 1 is of a type that is not supported; TOTP and HOTP are
        "name": "jane@example.org"   | "name": ""                | entry 1 names no account
        "secret": "ORSX              | "secret": "1RSX           | entry 1 has a secret that is not base32: a character is not base32 (A to Z, 2 to 7)
        "secret": "ORSX              | "other": "ORSX            | entry 1 comes without a secret
        "algo": "SHA256"             | "algo": ["SHA256"]        | line 20: algo is neither a text nor a whole number
        "algo": "SHA256"             | "algo": "MD5"             | entry 1 has a hash algorithm that is not supported; SHA1, SHA256 and SHA512 are
        "digits": 8                  | "digits": 5               | entry 1 shows codes of a length that is not supported (6, 7, 8 or 10 are)
        "entries": [                 | "entries": {}, "other": [ | the export holds something else than a list of entries
        "entries": [                 | "other": [                | the export holds no list of entries
        "version": 1,                | "version": 1, "version": 1, | line 3 is not well-formed JSON, or too long or nested too deep, or names a field twice
        """)
    void refusesWhatIsNotUnderstood(String honest, String changed, String message) {
        var export = Fixtures.text("seedfiles/aegis.json");
        assertThat(export).contains(honest);
        var file = new ByteArrayInputStream(export.replace(honest, changed).getBytes(UTF_8));
        assertThatThrownBy(() -> Fixtures.keys(SeedFileFormat.AEGIS_JSON.open(file, BOTH)))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }

    @Test
    void leavesOutAnEntryIfToldAndReadsOn() {
        var omissions = new ArrayList<Omission>();
        var told = BOTH.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        var export = Fixtures.text("seedfiles/aegis.json").replace("\"algo\": \"SHA256\"", "\"algo\": {\"x\":[1]}");
        assertThat(Fixtures.keys(Fixtures.openText(export, told))).containsExactly(JOE.formatted(""));
        assertThat(omissions).extracting(Omission::line).containsExactly(1);
    }

    @Test
    void refusesAnExportThatIsCutOffOrGoesOn() {
        var export = Fixtures.text("seedfiles/2fas.json");
        var cut = export.substring(0, export.length() - 5);
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(cut, BOTH)))
                .isInstanceOf(SeedFileException.Malformed.class);
        assertThatThrownBy(() -> Fixtures.keys(Fixtures.openText(export + "{}", BOTH)))
                .isInstanceOf(SeedFileException.Malformed.class);
    }
}
