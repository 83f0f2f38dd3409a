package fobsmith.desk.giveback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.ConsoleRig;
import fobsmith.desk.controls.Choice;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class GivebackModelTest {
    private ConsoleRig rig;
    private GivebackModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
        model = new GivebackModel(rig.console);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void offersOnlyWhatCanBeHandedOver() {
        try (var shown = rig.console.virtualDevices().createTemporary(rig.alice, Duration.ofHours(1))) {
            assertThat(shown.key().text()).isNotEmpty();
        }
        assertThat(model.choose(Choice.person("alice", "/")))
                .extracting(Token::serial)
                .containsExactly(rig.fob);
    }

    @Test
    void knowsHowTheFobStandsAfterItsCodes() {
        model.takeBack(model.choose(Choice.person("alice", "/")).getFirst());
        assertThat(model.fob().state()).isNotEqualTo(TokenState.PROVEN);
        assertThat(model.check(rig.codes(rig.fob, 0))).isInstanceOf(CodeOutcome.Accepted.class);
        assertThat(model.fob().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void takesNothingOutOfTheDrawer() {
        var free = rig.registry.fob("GAHT87654321");
        var token = rig.registry.registry.tokens().get(free);
        assertThat(GivebackModel.canComeBack(token)).isFalse();
        assertThatThrownBy(() -> model.takeBack(token)).isInstanceOf(IllegalStateException.class);
    }
}
