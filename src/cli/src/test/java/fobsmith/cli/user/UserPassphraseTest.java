package fobsmith.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.PassphraseOutcome;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPassphraseTest {
    private static final String RIGHT = "five words are long enough";

    @TempDir
    Path folder;

    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open() {
        var clock = HandTurnedClock.atStepStart();
        station = new TestRegistry(folder, clock);
        station.user("olga");
        terminal = Terminal.on(station.file(), clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Path file(String name, String line) throws IOException {
        var file = folder.resolve(name);
        PrivateFile.create(file, line.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    @Test
    void isSetFromAFileShownAndTakenAway() throws IOException {
        assertThat(terminal.type("user", "show", "olga").ok().out()).containsPattern("desk +no");
        terminal.type("user", "passphrase", "olga", "--desk-passphrase-file", file("right", RIGHT + "\n"))
                .ok();
        assertThat(station.registry.deskPassphrases().verify("olga", RIGHT.toCharArray(), "desk-1"))
                .isInstanceOf(PassphraseOutcome.Right.class);
        assertThat(terminal.type("user", "show", "olga").ok().out())
                .containsPattern("desk +yes")
                .doesNotContain(RIGHT);
        terminal.type("user", "passphrase", "olga", "--remove").ok();
        assertThat(terminal.type("user", "show", "olga", "--json").ok().out()).contains("\"signsInAtDesk\"");
        assertThat(terminal.type("user", "show", "olga").ok().out()).containsPattern("desk +no");
    }

    @Test
    void refusesWhatIsTooShortAndWhoIsNobody() throws IOException {
        var brief = file("brief", "short");
        assertThat(terminal.type("user", "passphrase", "olga", "--desk-passphrase-file", brief)
                        .err())
                .contains("the passphrase has 5 characters; at least 12 are needed");
        assertThat(terminal.type("user", "passphrase", "<root_account>", "--desk-passphrase-file", file("long", RIGHT))
                        .err())
                .contains("no user is named");
    }
}
