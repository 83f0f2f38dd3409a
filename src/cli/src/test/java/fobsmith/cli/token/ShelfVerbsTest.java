package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of tokens in a cupboard: for whom they are, what they are called, that they are lost, or worn out. */
class ShelfVerbsTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private TestRegistry station;
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = new TestRegistry(folder, clock);
        station.user("alice");
        station.fob(FOB.value());
        terminal = Terminal.on(station.file(), clock);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private String said(Object... words) {
        return terminal.type(words).ok().out();
    }

    private String refused(Object... words) {
        var printed = terminal.type(words);
        assertThat(printed.status()).isOne();
        assertThat(printed.out()).isEmpty();
        return printed.err();
    }

    @Test
    void reservesAndReleases() {
        station.user("bob");
        assertThat(said("token", "reserve", FOB, "alice")).isEqualTo("GAHT12345678 is reserved for alice\n");
        assertThat(said("token", "reserve", FOB, "ALICE")).isEqualTo("GAHT12345678 is reserved for alice\n");
        assertThat(refused("token", "reserve", FOB, "bob")).isEqualTo("""
                        fobsmith: token GAHT12345678 is reserved; only free stock can be reserved
                        hint: to give it back to stock: fobsmith token release GAHT12345678
                        """);
        assertThat(refused("token", "reserve", FOB, "carol")).startsWith("fobsmith: no user is named \"carol\"\n");
        assertThat(said("token", "release", FOB)).isEqualTo("GAHT12345678 is free: imported\n");
        assertThat(refused("token", "release", FOB))
                .startsWith("fobsmith: token GAHT12345678 is imported; only what is reserved can be released\n");
    }

    @Test
    void losesFindsAndRetires() {
        var alice = station.registry.users().get("alice");
        station.registry.typedCodes().enable(station.console, alice, FOB, station.pair(FOB, 0));
        clock.turn(Duration.ofMinutes(2));

        assertThat(refused("token", "retire", FOB, "--reason", "worn")).isEqualTo("""
                        fobsmith: token GAHT12345678 is enabled; from there it cannot become retired
                        hint: "fobsmith token show GAHT12345678" says whose it is
                        """);
        assertThat(said("token", "lost", FOB, "--reason", "left on a train")).isEqualTo("GAHT12345678 is lost\n");
        assertThat(said("device", "list", "--user", "alice").lines()).hasSize(1);
        assertThat(refused("token", "lost", FOB, "--reason", "again"))
                .endsWith("hint: if it is there again: fobsmith token found GAHT12345678\n");
        assertThat(said("token", "found", FOB))
                .isEqualTo("GAHT12345678 is returned; check it before it is handed out\n");
        assertThat(terminal.type("token", "retire", FOB, "--reason", "worn", "--json")
                        .ok()
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("retired");
        assertThat(refused("token", "check", FOB, "111111", "222222")).contains("is retired");
        assertThat(said("token", "list")).containsPattern("GAHT12345678 +retired +-");
        assertThat(terminal.type("token", "retire", FOB).status()).isEqualTo(2);

        var history = said("token", "history", FOB).lines().toList();
        assertThat(history).hasSize(5);
        assertThat(history.getFirst()).matches("SEQ +AT +BY +HOST +ACTION +SUBJECT +DETAIL");
        assertThat(history.get(1)).containsPattern(" retire +GAHT12345678 +.*\"reason\":\"worn\"");
        assertThat(history.get(2)).contains(" report-found ");
        assertThat(history.get(3)).contains(" report-lost ", "left on a train", alice.id());
        assertThat(history.getLast()).contains(" enable ");
        assertThat(said("token", "history", FOB, "--limit", "1").lines()).hasSize(2);
    }

    @Test
    void labels() {
        assertThat(said("token", "label", FOB, "drawer 3")).isEqualTo("GAHT12345678 is labelled \"drawer 3\"\n");
        assertThat(said("token", "show", FOB)).contains("label    drawer 3\n");
        said("token", "label", FOB, "blue");
        assertThat(terminal.type("token", "show", FOB, "--json")
                        .ok()
                        .json()
                        .get("label")
                        .asString())
                .isEqualTo("blue");
        assertThat(refused("token", "label", FOB, "a;b"))
                .isEqualTo("fobsmith: \"a;b\" is no label of 1 to 256 letters, digits, blanks or _.:/=+-@\n");
        assertThat(said("token", "label", FOB)).isEqualTo("GAHT12345678 has no label\n");
        assertThat(said("token", "show", FOB)).contains("label    -\n");
        assertThat(said("token", "history", FOB)).contains(" tag-device ", " untag-device ");
        assertThat(refused("token", "label", "GAHT99999999", "x"))
                .startsWith("fobsmith: no token with serial GAHT99999999 in the registry\n");
    }
}
