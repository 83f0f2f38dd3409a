package fobsmith.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.OneFob;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry; the fob's codes come of its seed. */
class RootFlowTest {
    private OneFob desk;
    private SerialNumber fob;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OneFob(folder, RootFlow.FLOW);
        fob = desk.rig.registry.fob("GAHT87654321");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void toTheCodes() {
        desk.begun().rig.shiftTab().press(KeyCode.SPACE);
        desk.choose("GAHT87654321");
    }

    private void type(int stepsAhead) {
        desk.rig
                .write(desk.rig.registry.display(fob, stepsAhead).reveal())
                .write(desk.rig.registry.display(fob, stepsAhead + 1).reveal());
    }

    private TokenState state() {
        return desk.rig.registry.registry.tokens().get(fob).state();
    }

    @Test
    void givesRootAFobAndTakesItAway() {
        toTheCodes();
        type(0);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("GAHT87654321 is root’s device now.", "root has 1 device; 8 are allowed.");
        assertThat(state()).isEqualTo(TokenState.ENABLED);
        desk.rig.shiftTab().shiftTab().press(KeyCode.SPACE, KeyCode.SPACE);
        assertThat(state()).isEqualTo(TokenState.RETURNED);
        assertThat(desk.rig.texts()).contains("root has no device.");
    }

    @Test
    void offersFreshCodesWhereTheyLayTooLong() {
        toTheCodes();
        type(0);
        desk.rig.turn(Duration.ofSeconds(90)).press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("The codes were typed too long ago: the device is associated, but out of step.");
        type(2);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("GAHT87654321 is root’s device now.");
    }

    @Test
    void saysThatTheCodesAreWrong() {
        toTheCodes();
        desk.rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("These two codes do not belong to this token, or not in this order.");
        assertThat(state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void isForThoseWhoMayManageRoot() {
        desk.deny("fobsmith:ManageRoot");
        desk.begun();
        assertThat(desk.rig.texts())
                .contains("Your policies do not allow that.")
                .doesNotContain("_Give root a fob");
    }

    @Test
    void escapeLeadsBackScreenByScreen() {
        toTheCodes();
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Which fob?");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("root has no device.");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        desk.begun();
        assertThat(desk.rig.mute()).isEmpty();
        desk.rig.shiftTab().press(KeyCode.SPACE);
        assertThat(desk.rig.mute()).isEmpty();
        desk.choose("GAHT87654321");
        assertThat(desk.rig.mute()).isEmpty();
    }
}
