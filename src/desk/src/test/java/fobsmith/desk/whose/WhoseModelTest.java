package fobsmith.desk.whose;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.ConsoleRig;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodePair;
import fobsmith.registry.FindOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class WhoseModelTest {
    private ConsoleRig rig;
    private WhoseModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
        model = new WhoseModel(rig.console);
        model.begin();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private TypedPair nobodys() {
        return new TypedPair(CodePair.parse("123456", "654321"), rig.registry.clock.instant());
    }

    @Test
    void remembersTheTokenItFound() {
        assertThat(model.search(rig.codes(rig.fob, 0))).isInstanceOf(FindOutcome.Found.class);
        assertThat(model.found().token().serial()).isEqualTo(rig.fob);
    }

    @Test
    void saysHowFarItIs() {
        assertThat(model.progress()).isZero();
        assertThat(model.search(nobodys())).isInstanceOf(FindOutcome.NotFound.class);
        assertThat(model.progress()).isEqualTo(1.0);
    }

    @Test
    void endsWhenItIsGivenUpAndCanBeginAgain() {
        model.giveUp();
        assertThat(model.search(nobodys())).isInstanceOf(FindOutcome.GivenUp.class);
        model.begin();
        assertThat(model.search(nobodys())).isInstanceOf(FindOutcome.NotFound.class);
    }
}
