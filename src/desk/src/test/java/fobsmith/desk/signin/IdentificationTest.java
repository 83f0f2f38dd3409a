package fobsmith.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.desk.resync.ResyncFlow;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator who has a device, at the door and at the lock. */
class IdentificationTest {
    private static final String OTHER_WORDS = "another one's passphrase";

    private DeskRig rig;
    private SerialNumber fob;

    @BeforeEach
    void giveTheOperatorAFob(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(ResyncFlow.FLOW));
        fob = rig.registry.fob("GAHT12345678");
        rig.registry
                .registry
                .typedCodes()
                .enable(rig.registry.console, rig.registry.administrator, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String shown() {
        return rig.registry.display(fob, 0).reveal();
    }

    private void enter() {
        rig.signedIn().write(shown()).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void aDeviceThatPausesSaysForHowLong() {
        rig.signedIn();
        for (int wrong = 0; wrong < 6; wrong++) {
            rig.write("000000").press(KeyCode.ENTER);
            assertThat(rig.texts()).contains("This code is not right.");
        }
        rig.write(shown()).press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains(
                        "Too many wrong codes in a row: this device pauses.",
                        "Type a fresh code in 31 s; “fobsmith device unlock” ends the pause before.");
        rig.turn(Duration.ofSeconds(31)).write(shown()).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void aCodeThatWasUsedAlreadyIsSaidToBe() {
        enter();
        rig.control(KeyCode.L).write(DeskRig.WORDS).press(KeyCode.ENTER);
        rig.write(shown()).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("This code was used already.", "Wait for the next one and type that.");
        rig.turn(Duration.ofSeconds(30)).write(shown()).press(KeyCode.ENTER);
        assertThat(rig.window.isCovered()).isFalse();
    }

    @Test
    void aDeviceThatNobodyHasConfirmedSinceARestoreSaysWhoMayHelp() throws SQLException {
        unconfirm();
        rig.signedIn().write(shown()).press(KeyCode.ENTER);
        assertThat(rig.texts())
                .contains(
                        "The registry was restored from a backup, and this device has not been confirmed since.",
                        "Let another operator resynchronise it, or “fobsmith device resync”; then sign in.");
    }

    /** As restoring a backup does to every device. */
    private void unconfirm() throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + rig.registry.file());
                var update = database.createStatement()) {
            assertThat(update.executeUpdate("UPDATE token SET to_be_confirmed = 1 WHERE state = 'enabled'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoeverHasGotTheOldNameOfTheOperatorDoesNotUnlock() {
        enter();
        rig.control(KeyCode.L);
        var users = rig.registry.registry.users();
        users.update(rig.registry.console, rig.registry.administrator, "boss", "/");
        var other = rig.registry.user("administrator");
        rig.registry
                .registry
                .deskPassphrases(TestRegistry.CHEAP)
                .set(rig.registry.console, other, OTHER_WORDS.toCharArray());
        rig.write(OTHER_WORDS).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("User name, passphrase or code is wrong.");
        assertThat(rig.window.isCovered()).isTrue();
        rig.turn(Duration.ofSeconds(30)).write(DeskRig.WORDS).press(KeyCode.ENTER);
        rig.write(shown()).press(KeyCode.ENTER);
        assertThat(rig.window.isCovered()).isFalse();
    }
}
