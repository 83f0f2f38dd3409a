package fobsmith.desk.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.controls.Choice;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.iam.console.SignInStep;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class LostModelTest {
    private static final String WORDS = "a passphrase of the test";

    private TestRegistry station;
    private Console console;
    private LostModel model;
    private SerialNumber fob;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = TestRegistry.copy(folder);
        station.registry
                .deskPassphrases(TestRegistry.CHEAP)
                .set(station.console, station.administrator, WORDS.toCharArray());
        var step = new ConsoleSignIn(station.registry, "testhost", TestRegistry.CHEAP)
                .begin("administrator", WORDS.toCharArray());
        console = ((SignInStep.SignedIn) step).console();
        model = new LostModel(console);
        var alice = station.user("alice");
        fob = station.fob("GAHT12345678");
        station.registry.typedCodes().enable(station.console, alice, fob, station.pair(fob, 0));
    }

    @AfterEach
    void close() {
        console.close();
        station.close();
    }

    @Test
    void findsAPersonByNameAndAFobByHowItsNumberBegins() {
        assertThat(model.search("ali")).extracting(Choice::name).containsExactly("alice");
        assertThat(model.search("gaht1234")).extracting(Choice::name).containsExactly("GAHT12345678");
        assertThat(model.search("gah")).isEmpty();
    }

    @Test
    void aFobFoundByItsNumberIsItsOwnersLoss() {
        var found = model.choose(model.search("GAHT12345678").getFirst());
        model.report(found.getFirst());
        assertThat(model.bereft()).get().extracting("name").isEqualTo("alice");
        assertThat(station.registry.tokens().get(fob).state()).isEqualTo(TokenState.LOST);
    }

    @Test
    void lendsOneDeviceHoweverOftenItIsAsked() {
        model.report(model.choose(Choice.person("alice", "/")).getFirst());
        var first = model.lend(Duration.ofHours(8));
        assertThat(model.lend(Duration.ofHours(8))).isSameAs(first);
    }

    @Test
    void ofALostTemporaryDeviceNothingRemains() {
        model.report(model.choose(Choice.person("alice", "/")).getFirst());
        var lent = model.lend(Duration.ofHours(8));
        model.report(model.choose(Choice.person("alice", "/")).getFirst());
        assertThat(station.registry.tokens().find(lent.serial())).isEmpty();
        assertThat(model.seedRemains()).isFalse();
    }

    @Test
    void wipesTheSeedThatWasShown() {
        model.report(model.choose(Choice.person("alice", "/")).getFirst());
        var lent = model.lend(Duration.ofHours(8));
        assertThat(lent.key().text()).isNotEmpty();
        model.close();
        assertThatThrownBy(() -> lent.key().text()).isInstanceOf(IllegalStateException.class);
    }
}
