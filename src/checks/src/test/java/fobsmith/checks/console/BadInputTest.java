package fobsmith.checks.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed or handed in: one sentence, a non-zero exit, and nothing changed. */
class BadInputTest {
    private static final String FOB = "GAHT00000001";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "malformed.xml, is not well-formed",
        "entity-bomb.xml, document type",
        "external-entity.xml, document type",
        "encrypted.xml, encrypted",
        "encrypted-value.xml, encrypted",
        "hotp.xml, hotp",
        "no-serial.xml, no serial number",
        "no-secret.xml, without a secret",
        "no-code-length.xml, ResponseFormat",
        "policy-pin.xml, PIN",
        "policy-unknown.xml, Policy",
        "duplicate-serial.xml, stands twice",
        "../rfc6030/figure-2.xml, no serial number",
        "../demo/acme.fleet.json, names no account",
        "nowhere.xml, there is no seed file"
    })
    void importsAllOfASeedFileOrNothing(String file, String reason) throws SQLException {
        var complaint = desk.requireRefused("token", "import", Desk.PSKC.resolve(file), "--prefix", "NEW-");
        assertThat(complaint).containsIgnoringCase(reason).containsPattern("hint: nothing was imported");
    }

    @Test
    void keepsTheSeedItHasWhenAnotherComesUnderTheSameSerial() throws SQLException {
        assertThat(desk.requireRefused("token", "import", Desk.PSKC.resolve("../demo/acme.pskc.xml")))
                .contains("GAHT00000001 is already in the registry", "the registry keeps the seed it has");
    }

    @Test
    void refusesAFolderAsASeedFile() throws SQLException {
        assertThat(desk.requireRefused("token", "import", folder)).contains(folder + " is a folder, not a seed file");
    }

    @ParameterizedTest
    @CsvSource({
        "12a456, 123456, a code is 6 to 10 digits",
        "123456, 12345, a code is 6 to 10 digits",
        "'', 123456, a code is 6 to 10 digits",
        "１２３４５６, 123456, a code is 6 to 10 digits"
    })
    void refusesWhatIsNoCode(String first, String second, String reason) throws SQLException {
        assertThat(desk.requireRefused("device", "enable", "alice", FOB, first, second))
                .contains(reason);
        assertThat(desk.requireRefused("token", "check", FOB, first, second)).contains(reason);
    }

    @Test
    void namesAnUnknownSerialAndAnUnknownUser() throws SQLException {
        assertThat(desk.requireRefused("token", "show", "NOBODYS-FOB"))
                .contains("NOBODYS-FOB", "hint: \"fobsmith token list\" shows all tokens");
        assertThat(desk.requireRefused("device", "unlock", "NOBODYS-FOB")).contains("NOBODYS-FOB");
        assertThat(desk.requireRefused("token", "check", "NOBODYS-FOB", "123456", "234567"))
                .contains("NOBODYS-FOB");
        assertThat(desk.requireRefused("device", "enable", "bob", FOB, "123456", "234567"))
                .contains("no user is named \"bob\"");
        assertThat(desk.requireRefused("device", "list", "--user", "bob")).contains("no user is named \"bob\"");
        assertThat(desk.requireRefused("device", "deactivate", "alice", FOB)).contains(FOB);
        assertThat(desk.requireRefused("token", "show", "x")).containsIgnoringCase("\"x\" is not a serial number");
    }

    /** A wrong code is counted and written down, and changes nothing else. */
    @Test
    void aWrongCodeChangesNothingButItsCount() throws SQLException {
        var before = desk.type("token", "show", FOB).ok().out();
        var complaint = Desk.complaint(
                Terminal.on(desk.file, desk.clock), "device", "enable", "alice", FOB, "000000", "000000");
        assertThat(complaint).contains("token " + FOB, "hint: type two codes that follow each other");
        assertThat(desk.type("token", "show", FOB).ok().out()).isEqualTo(before);
        assertThat(desk.type("device", "list").ok().out().lines()).hasSize(1);
    }

    @Test
    void saysThatNoSimulatorRuns() {
        var nowhere = folder.resolve("control.json");
        var terminal = new Terminal(HandTurnedClock.atStepStart(), Map.of());
        for (var verb : new String[][] {{"list"}, {"show", FOB}, {"time", FOB, "--shift", "30"}}) {
            var words = new ArrayList<Object>(List.of("sim"));
            words.addAll(List.of(verb));
            words.addAll(List.of("--control", nowhere));
            assertThat(Desk.complaint(terminal, words.toArray()))
                    .contains("hint: start one with \"fobsmith sim run FLEETFILE\"");
        }
    }

    @Test
    void saysWhatIsWrongWithAFleetFile() throws IOException {
        var fleet = Files.writeString(folder.resolve("fleet.json"), "{\"tokens\": [{\"serial\": ");
        assertThat(Desk.complaint(
                        new Terminal(HandTurnedClock.atStepStart(), Map.of()),
                        "sim",
                        "run",
                        fleet,
                        "--control",
                        folder.resolve("control.json")))
                .contains("fleet.json");
        assertThat(folder.resolve("control.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "token steal, Unmatched argument at index 1: 'steal'",
        "tokens, Unmatched argument at index 0: 'tokens'",
        "token show, Missing required parameter: 'SERIAL'",
        "serve --port many, Invalid value for option '--port'"
    })
    void showsTheUsageOfWhatCannotBeUnderstood(String words, String reason) {
        var misuse = desk.type((Object[]) words.split(" "));
        assertThat(misuse.status()).isEqualTo(2);
        assertThat(misuse.out()).isEmpty();
        assertThat(misuse.err()).startsWith("fobsmith: " + reason).contains("Usage: fobsmith");
    }
}
