package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.resync.ResyncFlow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontTest {
    private DeskRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(ResyncFlow.FLOW));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void asksFirstWhoIsThere() {
        assertThat(rig.texts()).contains("Who is at the desk?");
        assertThat(rig.mute()).isEmpty();
    }

    @Test
    void showsHomeToWhoeverHasSignedIn() {
        rig.signedIn();
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void refusesAWrongPassphrase() {
        rig.write("administrator").press(KeyCode.TAB).write("another passphrase").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("User name, passphrase or code is wrong.");
        assertThat(rig.front.isOccupied()).isFalse();
    }

    @Test
    void asksForACodeWhereTheOperatorHasADevice() {
        var fob = rig.registry.fob("GAHT12345678");
        rig.registry.registry
                .typedCodes()
                .enable(rig.registry.console, rig.registry.administrator, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofMinutes(2)).signedIn();
        assertThat(rig.front.isOccupied()).isFalse();
        rig.write("000000").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("This code is not right.");
        rig.write(rig.registry.display(fob, 0).reveal()).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void hidesEverythingBehindTheLockUntilTheSameOperatorIsBack() {
        rig.signedIn().press(KeyCode.ENTER).control(KeyCode.L);
        assertThat(rig.texts()).contains("The desk is locked").doesNotContain("Whose token is it?");
        rig.write("another passphrase").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("The desk is locked");
        rig.write(DeskRig.WORDS).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Whose token is it?").doesNotContain("The desk is locked");
    }

    @Test
    void speaksSpanishFromOneKeyOn() {
        rig.signedIn().control(KeyCode.G);
        assertThat(rig.texts()).contains("Hola, administrator", "¿Qué quiere hacer?");
    }

    @Test
    void listsTheKeysThatWorkEverywhere() {
        rig.signedIn().press(KeyCode.F1);
        assertThat(rig.texts()).contains("Keys that work everywhere", "Ctrl+L");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).doesNotContain("Keys that work everywhere");
    }

    @Test
    void givesTheDeskUp() {
        rig.signedIn().control(KeyCode.Q);
        assertThat(rig.texts()).contains("Who is at the desk?");
    }

    @Test
    void saysWhatWentWrongInABox() {
        rig.signedIn();
        rig.desk.tasks()
                .run(() -> {
                    throw new IllegalStateException("broken on purpose");
                })
                .start();
        rig.settle();
        assertThat(rig.texts()).contains("Something went wrong that should not have.", "Copy details");
    }
}
