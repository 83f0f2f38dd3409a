package fobsmith.seedfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class LineReaderTest {
    private static final ReadingTerms BOTH = ReadingTerms.STRICT.withEventBased();
    private static final String SEED = "74657374207365656420666f6f622030303100";

    @Test
    void readsOathCsv() {
        assertThat(read(Fixtures.text("seedfiles/oath.csv"), BOTH))
                .containsExactly(
                        "KeyPackage[GAHT00000001, Totp[algorithm=SHA1, digits=6, timeStep=PT30S], Seed[19 bytes]]",
                        "KeyPackage[GAHT00000002, Totp[algorithm=SHA1, digits=8, timeStep=PT1M], Seed[19 bytes]]",
                        "KeyPackage[GAHT00000003, Totp[algorithm=SHA256, digits=6, timeStep=PT30S], Seed[19 bytes]]",
                        "KeyPackage[GAHT00000004, Hotp[algorithm=SHA1, digits=6], Seed[19 bytes]]");
    }

    @Test
    void readsTheUsersOfOathCsvVersion2() {
        try (var reader = open(Fixtures.text("seedfiles/oath-version-2.csv"), BOTH);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow()) {
            assertThat(first.userId()).isEqualTo("alice");
            assertThat(second.serial()).isEqualTo("GAHT00000002");
            assertThat(second.userId()).isEmpty();
        }
    }

    @Test
    void givesTheSeedAndTheCounterThatTheFileHolds() {
        try (var reader = open("F1," + SEED.toUpperCase(Locale.ROOT) + ",hotp,8,9223372036854775807", BOTH);
                var key = reader.next().orElseThrow()) {
            assertThat(key.seed().use(byte[]::clone)).isEqualTo("test seed foob 001\0".getBytes(US_ASCII));
            assertThat(key.counter()).hasValue(Long.MAX_VALUE);
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void takesTheHashFromTheLengthOfTheSeedOnlyIfTold() {
        var line = "F1," + "ab".repeat(32) + ",totp\nF2," + "ab".repeat(64) + ",totp\nF3," + "ab".repeat(20) + ",totp";
        assertThat(read(line, BOTH)).allMatch(key -> key.contains("SHA1"));
        assertThat(read(line, BOTH.tolerating(Leniency.HASH_BY_SEED_LENGTH)))
                .satisfiesExactly(
                        key -> assertThat(key).contains("SHA256"),
                        key -> assertThat(key).contains("SHA512"),
                        key -> assertThat(key).contains("SHA1"));
    }

    @Test
    void readsMultiOtp() {
        try (var reader = open(Fixtures.text("seedfiles/multiotp.csv"), BOTH);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow()) {
            assertThat(first)
                    .hasToString(
                            "KeyPackage[GAHT00000001, Totp[algorithm=SHA1, digits=6, timeStep=PT1M], Seed[19 bytes]]");
            assertThat(first.manufacturer()).isEqualTo("Our Own Making");
            assertThat(second.counter()).hasValue(42);
        }
    }

    @Test
    void readsTheCsvOfEntra() {
        var file = Fixtures.text("seedfiles/entra.csv").replace("\n", "\r\n");
        try (var reader = open("\uFEFF" + file, BOTH);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow()) {
            assertThat(first.userId()).isEqualTo("alice@example.org");
            assertThat(first.seed().use(byte[]::clone)).isEqualTo("test seed of 001".getBytes(US_ASCII));
            assertThat(second.seed().use(byte[]::clone)).isEqualTo("test seed of 002".getBytes(US_ASCII));
            assertThat(second.manufacturer()).isEqualTo("Making, Our Own");
            assertThat(second)
                    .hasToString("KeyPackage[GAHT00000002, Totp[algorithm=SHA256, digits=6, timeStep=PT1M], Seed[16"
                            + " bytes]]");
        }
    }

    @Test
    void readsListsOfOtpauthUris() {
        try (var reader = open(Fixtures.text("seedfiles/otpauth.txt"), BOTH);
                var first = reader.next().orElseThrow();
                var second = reader.next().orElseThrow();
                var third = reader.next().orElseThrow()) {
            assertThat(first.serial()).isEqualTo("alice@example.org");
            assertThat(first.issuer()).isEqualTo("Acme");
            assertThat(first.seed().use(byte[]::clone)).isEqualTo("test seed of 001".getBytes(US_ASCII));
            assertThat(second)
                    .hasToString("KeyPackage[GAHT00000002, Totp[algorithm=SHA256, digits=8, timeStep=PT1M], Seed[16"
                            + " bytes]]");
            assertThat(third.counter()).hasValue(42);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        F1,abc,totp                    | the token of line 1 has a secret of 3 hexadecimal digits, an odd number
        F1,abcg,totp                   | the token of line 1 has a secret that is not hexadecimal
        F1,,totp                       | the token of line 1 comes without a secret
        GAHT00000001 74657374207365656420,totp | the token of line 1 has a secret that is not hexadecimal
        74657374207365656420666f6f62,GAHT00000001 | the token of line 1 has a secret that is not hexadecimal
        ,abcd,totp                     | line 1: has no serial number
        F1,abcd                        | the token of line 1 names no type, which means HOTP; only TOTP tokens are taken
        F1,abcd,hotp                   | the token of line 1 is a HOTP token; only TOTP tokens are taken
        F1,abcd,motp                   | the token of line 1 is of a type that is not supported; TOTP and HOTP are
        F1,abcd,totp,9                 | the token of line 1 shows codes of a length that is not supported (6, 7, 8 or 10 are)
        F1,abcd,totp,six               | the token of line 1 has a code length that is not a whole number
        F1,abcd,totp,6,0               | the token of line 1 has a time step that is not between 1 and 86400 seconds
        F1,abcd,totp,6,86401           | the token of line 1 has a time step that is not between 1 and 86400 seconds
        F1,abcd,totp,6,30,md5          | the token of line 1 has a hash algorithm that is not supported; SHA1, SHA256 and SHA512 are
        F1,abcd,totp,6,30,sha1,x       | line 1: has 1 fields more than this format knows
        F1,"abcd,totp                  | line 1: a quotation mark is not closed
        F1,ab"cd"ef,totp               | line 1: a quotation mark inside a field
        F1,abcd,to\u0007tp             | line 1: field 3 holds a character that cannot be printed (U+0007)
        otpauth://totp/a?secret=A      | line 1: cannot be read as an otpauth URI: faulty secret
        otpauth://totp/a?secret=AB018  | line 1: cannot be read as an otpauth URI: faulty secret
        otpauth://totp/a?secret=ABCDEFGH&digits=SECRETSECRET | line 1: cannot be read as an otpauth URI: faulty digits
        otpauth://totp/a?secret=ABCDEFGH%  | line 1: cannot be read as an otpauth URI: faulty percent-encoding
        otpauth://totp/a?secret=ABCDEFGH&digits=9     | line 1: cannot be read as an otpauth URI: faulty digits
        otpauth://totp/a?secret=ABCDEFGH&period=0     | line 1: cannot be read as an otpauth URI: faulty period
        otpauth://totp/a?secret=ABCDEFGH&algorithm=MD5 | line 1: cannot be read as an otpauth URI: faulty algorithm
        otpauth://totp/%zz?secret=ABCDEFGH | line 1: cannot be read as an otpauth URI: faulty label
        otpauth://totp/?secret=ABCDEFGH    | line 1 names no account
        otpauth://steam/a?secret=ABCDEFGH  | line 1: is no otpauth URI of a TOTP or HOTP key
        otpauth://hotp/a?secret=ABCDEFGH   | line 1: is a HOTP key; only TOTP keys are taken
        """)
    void refusesWhatItCannotTakeByName(String line, String message) {
        assertThatThrownBy(() -> read(line, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ,F1,ABCDEFG1,30,a,b   | the token of line 2 has a secret that is not base32: a character is not base32 (A to Z, 2 to 7)
        ,F1,ABC,30,a,b        | the token of line 2 has a secret that is not base32: 3 base32 characters do not make whole bytes
        ,F1,,30,a,b           | the token of line 2 comes without a secret
        ,,ABCDEFGH,30,a,b     | line 2: has no serial number
        ,F1,ABCDEFGH,30,a     | line 2: has 5 fields, and the header 6
        """)
    void refusesLinesThatTheHeaderDoesNotFit(String line, String message) {
        var file = "upn,serial number,secret key,time interval,manufacturer,model\n" + line;
        assertThatThrownBy(() -> read(file, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.class)
                .hasMessage(message);
    }

    @Test
    void leavesOutLinesItCannotTakeIfTold() {
        var omissions = new ArrayList<Omission>();
        var told =
                ReadingTerms.STRICT.tolerating(Leniency.LEAVE_OUT_UNUSABLE_KEYS).reportingTo(omissions::add);
        assertThat(read(Fixtures.text("seedfiles/oath.csv") + "\nF5,xyz,totp", told))
                .hasSize(3);
        assertThat(omissions)
                .containsExactly(
                        new Omission(6, "the token of line 6 is a HOTP token; only TOTP tokens are taken", true),
                        new Omission(8, "the token of line 8 has a secret that is not hexadecimal", true));
    }

    @Test
    void refusesBytesThatAreNoTextAndLinesWithoutEnd() {
        var latin = ("Müller," + SEED + ",totp").getBytes(ISO_8859_1);
        assertThatThrownBy(() -> SeedFileFormat.OATH_CSV
                        .open(new ByteArrayInputStream(latin), ReadingTerms.STRICT)
                        .next())
                .hasMessage("line 1: bytes that are no characters of UTF-8");
        var endless = EndlessFile.of("F1,", "ab");
        assertThatThrownBy(() -> SeedFileFormat.OATH_CSV
                        .open(endless, ReadingTerms.STRICT)
                        .next())
                .isInstanceOf(SeedFileException.Malformed.class)
                .hasMessage("line 1 is longer than 4096 bytes");
        assertThat(endless.taken()).isLessThan(20_000);
    }

    @Test
    void wipesALineBeforeTheNextAndWhenClosed() {
        var lines = new SeedLines(new ByteArrayInputStream("first secret\nx\n".getBytes(UTF_8)));
        var first = lines.next().orElseThrow();
        assertThat(first.bytes()).isEqualTo("first secret".getBytes(UTF_8));
        assertThat(lines.next()).isPresent();
        assertThat(first.bytes()).isEqualTo("x\0\0\0\0\0\0\0\0\0\0\0".getBytes(UTF_8));
        lines.close();
        assertThat(first.bytes()).containsOnly(0);
    }

    @Test
    void readsNoFurtherAfterAFault() {
        try (var reader = open("F1,xyz,totp\nF2,abcd,totp", ReadingTerms.STRICT)) {
            assertThatThrownBy(reader::next).isInstanceOf(SeedFileException.Malformed.class);
            assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesAFileOfCommentsOnly() {
        assertThatThrownBy(() -> SeedFileFormat.OATH_CSV
                        .open(new ByteArrayInputStream("# nothing\n".getBytes(UTF_8)), ReadingTerms.STRICT)
                        .next())
                .hasMessage("the file holds no key");
    }

    private static SeedFileReader open(String file, ReadingTerms terms) {
        return SeedFileReader.open(new ByteArrayInputStream(file.getBytes(UTF_8)), terms);
    }

    private static List<String> read(String file, ReadingTerms terms) {
        var printed = new ArrayList<String>();
        try (var reader = open(file, terms)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                try (var key = next.get()) {
                    printed.add(key.toString());
                }
            }
        }
        return printed;
    }
}
