package fobsmith.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.ConsoleRig;
import fobsmith.desk.controls.Choice;
import fobsmith.devices.Candidate;
import fobsmith.iam.console.PairOutcome;
import fobsmith.registry.Tag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a window. */
class PersonModelTest {
    private ConsoleRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new ConsoleRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void readsATagUpToTheFirstEqualsSign() {
        var model = new PersonModel(rig.console);
        model.tag(rig.fob, "where = a=b ");
        model.tag(rig.fob, "spare");
        assertThat(rig.registry
                        .registry
                        .tags()
                        .of(rig.registry.registry.tokens().get(rig.fob)))
                .containsExactlyInAnyOrder(new Tag("where", "a=b"), new Tag("spare", ""));
    }

    @Test
    void ofWhatIsPluggedInOffersOnlyWhatIsFree() {
        rig.registry.fob("GAHT87654321");
        var model = PersonModel.ofRoot(rig.console);
        var seen = List.<Candidate>of(
                new Candidate.Usable("usb 1", "ACME", "F1", "GAHT87654321", null),
                new Candidate.Usable("usb 2", "ACME", "F1", rig.fob.value(), null),
                new Candidate.Unusable("usb 3", "ACME", "F1", "in use", ""));
        assertThat(model.pluggedIn(seen)).extracting(Choice::name).containsExactly("GAHT87654321");
    }

    @Test
    void resynchronisesWithFreshCodesWhatTheFirstOnesEnabledTooLate() {
        var free = rig.registry.fob("GAHT87654321");
        var model = PersonModel.ofRoot(rig.console);
        assertThat(model.devices()).isEmpty();
        model.chooseFob(free.value());
        var old = rig.codes(free, 0);
        rig.registry.clock.turn(Duration.ofSeconds(90));
        assertThat(model.enable(old)).isInstanceOf(PairOutcome.OutOfSync.class);
        assertThat(model.enabled()).isNull();
        assertThat(model.enable(rig.codes(free, 2))).isInstanceOf(PairOutcome.Done.class);
        assertThat(model.enabled()).isNotNull();
    }
}
