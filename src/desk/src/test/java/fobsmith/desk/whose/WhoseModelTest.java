package fobsmith.desk.whose;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.console.Console;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.iam.console.SignInStep;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodePair;
import fobsmith.registry.FindOutcome;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class WhoseModelTest {
    private static final String WORDS = "a passphrase of the test";

    private TestRegistry station;
    private Console console;
    private WhoseModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        station = TestRegistry.copy(folder);
        station.registry
                .deskPassphrases(TestRegistry.CHEAP)
                .set(station.console, station.administrator, WORDS.toCharArray());
        var step = new ConsoleSignIn(station.registry, "testhost", TestRegistry.CHEAP)
                .begin("administrator", WORDS.toCharArray());
        console = ((SignInStep.SignedIn) step).console();
        model = new WhoseModel(console);
        model.begin();
    }

    @AfterEach
    void close() {
        console.close();
        station.close();
    }

    private TypedPair nobodys() {
        return new TypedPair(CodePair.parse("123456", "654321"), station.clock.instant());
    }

    @Test
    void remembersTheTokenItFound() {
        var fob = station.fob("GAHT12345678");
        assertThat(model.search(new TypedPair(station.pair(fob, 0), station.clock.instant())))
                .isInstanceOf(FindOutcome.Found.class);
        assertThat(model.found().token().serial()).isEqualTo(fob);
    }

    @Test
    void saysHowFarItIs() {
        station.fob("GAHT12345678");
        assertThat(model.progress()).isZero();
        assertThat(model.search(nobodys())).isInstanceOf(FindOutcome.NotFound.class);
        assertThat(model.progress()).isEqualTo(1.0);
    }

    @Test
    void endsWhenItIsGivenUpAndCanBeginAgain() {
        station.fob("GAHT12345678");
        model.giveUp();
        assertThat(model.search(nobodys())).isInstanceOf(FindOutcome.GivenUp.class);
        model.begin();
        assertThat(model.search(nobodys())).isInstanceOf(FindOutcome.NotFound.class);
    }
}
