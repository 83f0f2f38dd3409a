package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.firmware.ControlClient;
import fobsmith.firmware.token2.Molto2;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Molto2 fresh from the box, on a loopback USB/IP port: its seed, its codes, and then it is somebody's. */
class FreshTokenFlowTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    /** Flash operations from the order to write to the middle of it. */
    private static final long CUT = 14;

    private TokenOnTheTable table;
    private DeskRig rig;
    private ControlClient control;
    private Molto2 twin;
    private SerialNumber serial;

    @BeforeEach
    void plugIn(@TempDir Path folder) {
        table = new TokenOnTheTable(folder, "molto2");
        rig = table.rig;
        control = table.control;
        twin = (Molto2) table.twin;
        serial = new SerialNumber.Hardware(twin.serial());
    }

    @AfterEach
    void close() {
        table.close();
    }

    private void pick() {
        rig.write(twin.serial()).press(KeyCode.ENTER);
    }

    private void typeWhatItShows() {
        rig.write(twin.press(0).display()).turn(STEP).write(twin.press(0).display());
        rig.press(KeyCode.ENTER);
    }

    private @Nullable TokenState state() {
        return rig.registry
                .registry
                .tokens()
                .find(serial)
                .map(token -> token.state())
                .orElse(null);
    }

    @Test
    void getsAKeyOfItsOwnAndASeedAndBecomesThePersons() {
        assertThat(rig.texts()).contains(twin.serial(), "Token2 Molto2 · new to us: it gets a seed");
        pick();
        assertThat(rig.texts())
                .contains(
                        "Press the up arrow on the token: with that it takes a key of its own.", "I have _pressed it");
        assertThat(rig.mute()).isEmpty();
        twin.pressUpArrow();
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains("The seed is written and the clock is set. Now two codes off its display, to prove it.");
        assertThat(rig.mute()).isEmpty();
        typeWhatItShows();
        assertThat(state()).isEqualTo(TokenState.PROVEN);
        assertThat(rig.texts())
                .contains("Token " + serial + " has its seed. With its next two codes it becomes alice’s.");
        rig.turn(STEP);
        typeWhatItShows();
        assertThat(rig.texts()).contains("alice has token " + serial + ".");
        assertThat(state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void whatTheTokenWantsDoneIsSaidInTheLanguageThatIsSpoken() {
        pick();
        rig.control(KeyCode.G);
        assertThat(rig.texts())
                .contains("Pulse la flecha hacia arriba del token: así acepta una clave propia.")
                .noneMatch(text -> text.contains("up arrow"));
        rig.press(KeyCode.ESCAPE);
    }

    @Test
    void whatWasCutOffInMidWriteIsVoidAndWrittenAnew() {
        pick();
        twin.pressUpArrow();
        twin.cutPowerBefore(CUT);
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains("Token " + serial + " was pulled out in the middle; what had been written does not count.");
        assertThat(state()).isEqualTo(TokenState.VOID);
        control.unplug(twin.serial());
        control.plug(twin.serial());
        rig.press(KeyCode.ENTER);
        typeWhatItShows();
        assertThat(state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void wrongCodesAreAskedForAgainAndAVoidTokenIsWrittenAnew() {
        pick();
        twin.pressUpArrow();
        rig.press(KeyCode.ENTER);
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains(
                        "These are not two codes of this token in a row.",
                        "Wait for the next code and type two fresh ones; times left: 2.");
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Token " + serial + " did not show the right codes three times in a row.");
        assertThat(state()).isEqualTo(TokenState.VOID);
        rig.press(KeyCode.ENTER);
        typeWhatItShows();
        assertThat(state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void givingUpWhileItAsksLeavesTheTokenVoidAndTheBenchFree() {
        pick();
        twin.pressUpArrow();
        rig.press(KeyCode.ENTER).control(KeyCode.G);
        assertThat(rig.texts()).contains("El token recibe su semilla");
        rig.press(KeyCode.ESCAPE);
        assertThat(state()).isEqualTo(TokenState.VOID);
        assertThat(rig.desk.bench().scan()).hasSize(1);
        pick();
        assertThat(rig.texts())
                .contains(
                        "La semilla está escrita y el reloj, en hora. Ahora, dos códigos de su pantalla para comprobarlo.");
        DeskRig.onScreen(() -> {
            rig.front.signOut();
            return true;
        });
        rig.settle();
        assertThat(state()).isEqualTo(TokenState.VOID);
    }

    @Test
    void escapeLeadsFromTheCodesBackToTheTokens() {
        pick();
        twin.pressUpArrow();
        rig.press(KeyCode.ENTER);
        typeWhatItShows();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Token " + serial + " has its seed and has shown its codes.");
        assertThat(((Button) rig.focused()).getText()).isEqualTo("_Continue");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Which token?", serial.value(), "Token2 Molto2 · in stock");
        assertThat(state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void onlyWhatWasReturnedGetsANewSeedInPlaceOfItsOld() {
        pick();
        twin.pressUpArrow();
        rig.press(KeyCode.ENTER);
        typeWhatItShows();
        rig.registry.registry.shelf().lose(rig.registry.console, serial, "a test");
        rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
        pick();
        assertThat(rig.texts()).contains("Token " + serial + " was reported lost.");
        rig.registry.registry.shelf().recover(rig.registry.console, serial);
        pick();
        assertThat(rig.texts())
                .contains("The seed is written and the clock is set. Now two codes off its display, to prove it.");
    }

    @Test
    void aPulledPlugIsSaidAndTakenUpAgain() {
        pick();
        twin.pressUpArrow();
        control.unplug(twin.serial());
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains("Token " + serial + " was pulled out in the middle; what had been written does not count.");
        assertThat(rig.mute()).isEmpty();
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Token " + serial + " is not plugged in.");
        control.plug(twin.serial());
        rig.press(KeyCode.ENTER);
        typeWhatItShows();
        assertThat(state()).isEqualTo(TokenState.PROVEN);
    }
}
