package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Printed;
import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not taken is named where it stands, the same by an import and its preview, with the way out. */
class ImportRefusalTest {
    private static final int NOTHING_TO_DO = 3;
    private static final Path FIXTURES = Path.of("../../fixtures");
    private static final Path TWICE = FIXTURES.resolve("pskc/duplicate-serial.xml");
    private static final String LEAVE_OUT = "--leave-out-unusable-keys";
    private static final String SEED = "74657374207365656420";

    @TempDir
    Path folder;

    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open() {
        station = TestRegistry.copy(folder, HandTurnedClock.atStepStart());
        terminal = Terminal.on(station.file(), station.clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Printed importing(Path file, String... more) {
        var words = new Object[more.length + 3];
        words[0] = "token";
        words[1] = "import";
        words[2] = file;
        System.arraycopy(more, 0, words, 3, more.length);
        return terminal.type(words);
    }

    @Test
    void ofASerialThatStandsTwiceAnImportTakesWhatItsPreviewPromises() {
        assertThat(importing(TWICE, "--dry-run").status()).isOne();
        var refused = importing(TWICE);
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).isEqualTo("""
                        fobsmith: serial GAHT00000001 stands twice in the file
                        hint: nothing was imported; --leave-out-unusable-keys takes the rest of the file
                        """);
        var omission = "not imported: line or entry 28: serial GAHT00000001 stands twice in the file";
        assertThat(importing(TWICE, "--dry-run", LEAVE_OUT).ok().out())
                .contains(omission, "1 tokens would be imported");
        assertThat(importing(TWICE, LEAVE_OUT).ok().out())
                .isEqualTo("1 tokens imported, 0 were in stock already\n" + omission + "\n");
    }

    /** What is in stock by now must not decide what the file says: of the two seeds the first is the token's. */
    @Test
    void theSameFileAgainLeavesTheSameOut() throws IOException {
        var file = file("twice.csv", """
                GAHT00000001,%s21,totp
                GAHT00000001,%s22,totp
                """.formatted(SEED, SEED));
        importing(file, LEAVE_OUT).ok();
        var again = importing(file, LEAVE_OUT);
        assertThat(again.status()).isEqualTo(NOTHING_TO_DO);
        assertThat(again.out()).isEqualTo("""
                        0 tokens imported, 1 were in stock already
                        not imported: line or entry 2: serial GAHT00000001 stands twice in the file
                        """);
        assertThat(importing(file).err()).contains("stands twice in the file");
    }

    @Test
    void oneAccountAtTwoIssuersIsTwoTokensWhereTheIssuerIsAskedFor() throws IOException {
        var file = file("uris.txt", """
                otpauth://totp/alice@example.org?secret=ORSXG5BAONSWKZBAN5TCAMBQGE&issuer=Acme%20Corp
                otpauth://totp/alice@example.org?secret=ORSXG5BAONSWKZBAN5TCAMBQGI&issuer=Other
                """);
        assertThat(importing(file).err())
                .contains("serial ALICE@EXAMPLE.ORG stands twice in the file")
                .endsWith(
                        "hint: nothing was imported; where one account is at several issuers, --serial-with-issuer tells"
                                + " its keys apart; or --leave-out-unusable-keys takes the rest of the file\n");
        assertThat(importing(file, "--serial-with-issuer").ok().out()).startsWith("2 tokens imported");
        assertThat(terminal.type("token", "list").ok().out())
                .contains("ACME-CORP:ALICE@EXAMPLE.ORG", "OTHER:ALICE@EXAMPLE.ORG");
    }

    @Test
    void namesTheLineWhereAnUnusableSerialStands() throws IOException {
        var file = file("short.csv", """
                # a comment, a blank line and a HOTP token come before it

                GAHT00000001,%s,hotp
                GAHT00000002,%s,totp
                1234567,%s,totp
                """.formatted(SEED, SEED, SEED));
        var said = "line or entry 5: \"1234567\" is not a serial number";
        assertThat(importing(file, LEAVE_OUT).ok().out()).contains("line or entry 3: ", said);
        assertThat(importing(file, "--dry-run").out()).contains("line or entry 3: ", said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seedfiles/oath.csv              | --allow-hotp takes HOTP tokens, as stock only; or --leave-out-unusable-keys
            pskc/hotp.xml                   | --allow-hotp takes HOTP tokens, as stock only
            pskc/no-serial.xml              | --allow-serial-from-key-id takes it
            pskc/encrypted.xml              | give the key with --pre-shared-key-file FILE
            rfc6030/figure-7.xml            | give the password with --password-file FILE or --ask-password
            seedfiles/aegis-encrypted.json  | give the password with --password-file FILE or --ask-password
            pskc/no-secret.xml              | --leave-out-unusable-keys takes the rest of the file
            """)
    void saysWhichOptionWouldHelp(String name, String advice) {
        var refused = importing(FIXTURES.resolve(name));
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).contains("\nhint: nothing was imported; " + advice);
    }

    @Test
    void aSerialThatIsTooShortNeedsAPrefixAndOneOfOtherCharactersIsNotHelpedByIt() throws IOException {
        assertThat(importing(file("short.csv", "1234567,%s,totp\n".formatted(SEED)))
                        .err())
                .contains(
                        "hint: nothing was imported; put the vendor's name before the serials with --prefix TEXT; or");
        assertThat(importing(file("blank.csv", "GAHT 0000 0001,%s,totp\n".formatted(SEED)))
                        .err())
                .contains("is not a serial number")
                .doesNotContain("--prefix");
    }

    @Test
    void aBrokenFileAndAMissingOneAreHelpedByNoOption() throws IOException {
        assertThat(importing(file("broken.xml", "<KeyContainer")).err()).endsWith("\nhint: nothing was imported\n");
        assertThat(importing(folder.resolve("nowhere.xml")).err()).endsWith("\nhint: nothing was imported\n");
    }

    /** What was printed before stays what it is, and nobody takes it for a promise. */
    @Test
    void aDryRunThatMeetsABrokenPartPrintsAWholeObjectThatPromisesNothing() throws IOException {
        var broken = file("broken.csv", "GAHT00000001,%s,totp\n%s\n".formatted(SEED, "x".repeat(5000)));
        var printed = importing(broken, "--dry-run", "--json");
        assertThat(printed.status()).isOne();
        assertThat(printed.err()).contains("line 2 is longer than");
        assertThat(printed.json().get("tokens").size()).isOne();
        assertThat(printed.json().has("importable")).isFalse();
        assertThat(importing(folder.resolve("nowhere.csv"), "--dry-run", "--json")
                        .out())
                .isEmpty();
    }

    /** A line that ends after the seed is HOTP by convention, and its fobs may well be TOTP. */
    @Test
    void saysThatATypeWasAssumed() throws IOException {
        assertThat(importing(file("plain.csv", "GAHT00000001,%s\n".formatted(SEED)))
                        .err())
                .contains("the token of line 1 names no type, which means HOTP; only TOTP tokens are taken");
    }

    @Test
    void refusesADpxFileByItsNameUnlessAFormatIsNamed() throws IOException {
        var file = file("crate.DPX", "GAHT00000001,%s,totp\n".formatted(SEED));
        for (var dryRun : new String[][] {{}, {"--dry-run"}}) {
            var refused = importing(file, dryRun);
            assertThat(refused.status()).isOne();
            assertThat(refused.err())
                    .contains("crate.DPX cannot be read: it is a DPX file of Vasco (OneSpan)", "ask for PSKC");
        }
        importing(file, "--format", "oath-csv").ok();
    }
}
