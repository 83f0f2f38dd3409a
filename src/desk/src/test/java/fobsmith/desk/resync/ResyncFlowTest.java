package fobsmith.desk.resync;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.registry.SerialNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry; the fob's codes come of its seed. */
class ResyncFlowTest {
    private static final int STRAYED_STEPS = 9;

    private DeskRig rig;
    private SerialNumber fob;

    @BeforeEach
    void enableAFobForAlice(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(ResyncFlow.FLOW));
        var alice = rig.registry.user("alice");
        rig.registry.user("bob");
        fob = rig.registry.fob("GAHT12345678");
        rig.registry.registry.typedCodes().enable(rig.registry.console, alice, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofMinutes(2));
        rig.signedIn().press(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void choose(String name) {
        rig.write(name).press(KeyCode.ENTER);
    }

    private void typeCodes(int stepsAhead) {
        rig.write(rig.registry.display(fob, stepsAhead).reveal())
                .write(rig.registry.display(fob, stepsAhead + 1).reveal())
                .press(KeyCode.ENTER);
    }

    @Test
    void learnsAnewHowFarTheClockIsOff() {
        choose("alice");
        typeCodes(STRAYED_STEPS);
        assertThat(rig.texts()).contains("The device of alice is in step again.");
        assertThat(rig.registry.registry.tokens().get(fob).clock().driftMillis())
                .isGreaterThan(Duration.ofMinutes(4).toMillis());
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void saysThatTheCodesAreOfAnotherToken() {
        choose("alice");
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("These two codes do not belong to this token, or not in this order.");
        assertThat(rig.focused().getId()).isEqualTo("first-code");
    }

    @Test
    void offersFreshCodesAtOnceWhereTheyLayTooLong() {
        choose("alice");
        rig.write(rig.registry.display(fob, 0).reveal())
                .write(rig.registry.display(fob, 1).reveal())
                .turn(Duration.ofSeconds(90))
                .press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains("The codes were typed too long ago: the device is associated, but out of step.");
        typeCodes(2);
        assertThat(rig.texts()).contains("The device of alice is in step again.");
    }

    @Test
    void saysThatAPersonHasNoDevice() {
        choose("bob");
        assertThat(rig.texts()).contains("bob has no device.");
    }

    @Test
    void escapeLeadsBackScreenByScreen() {
        choose("alice");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Whose token is it?");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        assertThat(rig.mute()).isEmpty();
        choose("alice");
        assertThat(rig.mute()).isEmpty();
    }
}
