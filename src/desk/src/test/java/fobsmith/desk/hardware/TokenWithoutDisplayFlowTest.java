package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A YubiKey fresh from the box: it has no display, so the desk reads its codes for the operator. */
class TokenWithoutDisplayFlowTest {
    private TokenOnTheTable table;

    @BeforeEach
    void plugIn(@TempDir Path folder) {
        table = new TokenOnTheTable(folder, "yubikey");
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void getsItsSeedWithoutAQuestionAndItsCodesAreReadOverTheCable() {
        var rig = table.rig;
        rig.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(rig.texts()).contains("Read the code _off the token").noneMatch(text -> text.contains("display of"));
        assertThat(rig.mute()).isEmpty();
        rig.turn(Duration.ofSeconds(30)).press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        rig.press(KeyCode.SPACE).turn(Duration.ofSeconds(30)).press(KeyCode.SPACE, KeyCode.ENTER);
        assertThat(rig.texts()).anyMatch(text -> text.matches("alice has token YUBIKEY-\\d+."));
        var serial =
                rig.registry.registry.tokens().list("", 1).items().getFirst().serial();
        assertThat(serial).isInstanceOf(SerialNumber.Hardware.class);
        assertThat(rig.registry.registry.tokens().get(serial).state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void codesThatLayTooLongAreReadAnewOverTheCable() {
        var rig = table.rig;
        rig.press(KeyCode.DOWN, KeyCode.ENTER);
        rig.turn(Duration.ofSeconds(30)).press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        rig.turn(Duration.ofSeconds(30))
                .press(KeyCode.SPACE)
                .turn(Duration.ofSeconds(90))
                .press(KeyCode.ENTER);
        assertThat(rig.texts())
                .anyMatch(
                        text -> text.matches(
                                "Token YUBIKEY-\\d+, which is alice’s now, has no display: its codes are read over the cable."));
        rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE).turn(Duration.ofSeconds(30));
        rig.press(KeyCode.SPACE, KeyCode.ENTER);
        assertThat(rig.texts()).anyMatch(text -> text.matches("alice has token YUBIKEY-\\d+."));
    }

    @Test
    void aPulledPlugIsSaidWhereTheCodesAreRead() {
        var rig = table.rig;
        rig.press(KeyCode.DOWN, KeyCode.ENTER);
        table.control.unplug(table.twin.serial());
        rig.press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        assertThat(rig.texts()).contains("The token cannot be opened.");
        table.control.plug(table.twin.serial());
        rig.turn(Duration.ofSeconds(30)).press(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE);
        rig.turn(Duration.ofSeconds(30)).press(KeyCode.SPACE, KeyCode.ENTER);
        assertThat(rig.texts()).anyMatch(text -> text.matches("alice has token YUBIKEY-\\d+."));
    }
}
