package fobsmith.desk.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.ConsoleRig;
import fobsmith.desk.controls.Choice;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class LostModelTest {
    private ConsoleRig rig;
    private LostModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
        model = new LostModel(rig.console);
    }

    @AfterEach
    void close() {
        rig.close();
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
        assertThat(rig.registry.registry.tokens().get(rig.fob).state()).isEqualTo(TokenState.LOST);
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
        assertThat(rig.registry.registry.tokens().find(lent.serial())).isEmpty();
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
