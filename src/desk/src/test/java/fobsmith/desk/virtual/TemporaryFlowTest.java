package fobsmith.desk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.Token;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry. */
class TemporaryFlowTest {
    private DeskRig rig;
    private User alice;
    private Path folder;

    @BeforeEach
    void begin(@TempDir Path temporary) {
        folder = temporary;
        rig = new DeskRig(folder, List.of(TemporaryFlow.FLOW));
        alice = rig.registry.user("alice");
        rig.signedIn().press(KeyCode.ENTER).write("alice").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("For how long?");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<Token> devices() {
        return rig.registry.registry.tokens().listEnabled(alice, "", 10).items();
    }

    private String ends(Duration after) {
        Instant end = rig.clock.instant().plus(after);
        return "No code of it is taken after %s.".formatted(EndTime.text(end, rig.desk.messages()));
    }

    @Test
    void lastsHalfADayUnlessSomebodySaysOtherwiseAndThePhoneIsGoodAtOnce() {
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains(ends(Duration.ofHours(12)));
        assertThat(rig.mute()).isEmpty();
        assertThat(devices()).hasSize(1);
        try (var phone = Phone.scan(rig, folder)) {
            var code = OneTimePassword.parse(phone.code(0));
            var serial = devices().getFirst().serial();
            assertThat(rig.registry.registry.typedCodes().signIn(rig.registry.console, alice, serial, code))
                    .isInstanceOf(CodeOutcome.Accepted.class);
        }
        rig.press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(devices()).hasSize(1);
    }

    @Test
    void takesWholeHoursOfAWeekOnly() {
        for (var hours : new String[] {"0", "169", "1.5", "x", "٣"}) {
            rig.control(KeyCode.A).write(hours).press(KeyCode.ENTER);
            assertThat(rig.texts()).contains("A whole number of hours, from 1 to 168.");
        }
        assertThat(devices()).isEmpty();
        rig.control(KeyCode.A).write("168").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains(ends(Duration.ofDays(7)));
    }

    @Test
    void isTakenBackWhenItIsNotNeeded() {
        rig.press(KeyCode.ENTER);
        DeskRig.onScreen(() -> {
            rig.window.scene().lookup("#take-back").requestFocus();
            return true;
        });
        rig.press(KeyCode.SPACE);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(rig.registry.registry.tokens().list("", 10).items()).isEmpty();
    }

    @Test
    void escapeBeforeTheCodeHasMadeNothing() {
        rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(devices()).isEmpty();
    }

    @Test
    void leavingWhileItIsMadeLeavesNoDeviceThatNobodyHasSeen() {
        var goOn = rig.holdUp();
        rig.hit(KeyCode.ENTER);
        DeskRig.onScreen(() -> {
            rig.front.signOut();
            return true;
        });
        goOn.run();
        assertThat(devices()).isEmpty();
    }
}
