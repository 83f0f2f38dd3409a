package fobsmith.desk.giveback;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.OneFob;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry; the fob's codes come of its seed. */
class GivebackFlowTest {
    private OneFob desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OneFob(folder, GivebackFlow.FLOW).begun();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aLeaversFobIsStockAgain() {
        desk.choose("alice");
        assertThat(desk.rig.texts()).contains("alice cannot sign in with it any more, as soon as it is taken back.");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
        desk.typeCodes();
        assertThat(desk.rig.texts()).contains("GAHT12345678 works and can be given to somebody.");
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
    }

    @Test
    void aScannedSerialNumberIsEnough() {
        desk.choose(OneFob.SERIAL);
        desk.rig.press(KeyCode.ENTER);
        desk.typeCodes();
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void staysReturnedWhereItShowsNoCodes() {
        desk.choose("alice");
        desk.rig.press(KeyCode.ENTER).press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(desk.rig.texts())
                .contains("GAHT12345678 is nobody’s, and stays “returned” until it has shown two codes.");
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void goesOnWithAFobThatWasReturnedUnchecked() {
        desk.rig.registry.registry.tokens().deactivate(desk.rig.registry.console, desk.alice, desk.fob);
        desk.choose(OneFob.SERIAL);
        desk.rig.press(KeyCode.ENTER);
        desk.typeCodes();
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void takesBackALostFob() {
        desk.rig.registry.registry.shelf().lose(desk.rig.registry.console, desk.fob, "a test");
        desk.choose(OneFob.SERIAL);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void saysThatTheCodesAreWrongAndAsksAgain() {
        desk.choose("alice");
        desk.rig.press(KeyCode.ENTER).write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("These two codes do not belong to this token, or not in this order.");
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
        desk.typeCodes();
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void saysThatAPersonHasNoFob() {
        desk.choose("bob");
        assertThat(desk.rig.texts()).contains("bob has no fob.");
    }

    @Test
    void saysThatAFobLiesInTheDrawer() {
        desk.rig.registry.fob("GAHT87654321");
        desk.choose("GAHT87654321");
        assertThat(desk.rig.texts())
                .contains("As far as the registry knows it is with nobody: there is nothing to take back.");
    }

    @Test
    void saysThatSomebodyElseWasQuicker() {
        desk.choose("alice");
        desk.rig.registry.registry.tokens().deactivate(desk.rig.registry.console, desk.alice, desk.fob);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("This device has changed hands in the meantime; nothing was done.");
    }

    @Test
    void doesNothingThatThePoliciesDeny() {
        desk.deny("iam:DeactivateMFADevice");
        desk.choose("alice");
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Your policies do not allow that.");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void escapeGivesUpBeforeAnythingIsDoneAndEndsAfterwards() {
        desk.choose("alice");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Which fob comes back?");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
        desk.choose("alice");
        desk.rig.press(KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        assertThat(desk.rig.mute()).isEmpty();
        desk.choose("alice");
        assertThat(desk.rig.mute()).isEmpty();
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.mute()).isEmpty();
        desk.typeCodes();
        assertThat(desk.rig.mute()).isEmpty();
    }
}
