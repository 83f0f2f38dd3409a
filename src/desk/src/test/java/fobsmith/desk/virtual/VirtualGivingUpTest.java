package fobsmith.desk.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Wherever one leaves, no device is left over. */
class VirtualGivingUpTest extends VirtualTest {
    @Test
    void escapeFromTheCodeLeavesNoDevice() {
        showQr();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("What is the device called?");
        assertThat(devices()).isEmpty();
        rig.press(KeyCode.ENTER);
        assertThat(devices()).hasSize(1);
        rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(devices()).isEmpty();
    }

    @Test
    void escapeBeforeTheCodeHasMadeNothing() {
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
        rig.press(KeyCode.ENTER);
        choose("alice");
        rig.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(devices()).isEmpty();
    }

    @Test
    void goingHomeLeavesNoDevice() {
        showQr();
        DeskRig.onScreen(() -> {
            rig.front.home();
            return true;
        });
        rig.settle();
        assertThat(devices()).isEmpty();
    }

    @Test
    void anotherFlowByItsKeyLeavesNoDevice() {
        showQr();
        DeskRig.onScreen(() -> {
            rig.front.start(VirtualFlow.FLOW);
            return true;
        });
        rig.settle();
        assertThat(devices()).isEmpty();
    }

    @Test
    void signingOutLeavesNoDeviceNorOneWhoseCodesWereWrong() {
        showQr();
        rig.write("123456").write("654321").press(KeyCode.ENTER);
        rig.control(KeyCode.Q);
        assertThat(devices()).isEmpty();
    }

    @Test
    void signingOutOfTheLockLeavesNoDevice() {
        showQr();
        rig.control(KeyCode.L);
        assertThat(rig.texts()).contains("The desk is locked");
        rig.control(KeyCode.Q);
        assertThat(devices()).isEmpty();
    }

    @Test
    void unlockingGoesOnWithTheSameDevice() {
        showQr();
        try (var phone = phone()) {
            rig.control(KeyCode.L).write(DeskRig.WORDS).press(KeyCode.ENTER);
            assertThat(rig.texts()).contains(SCAN);
            rig.write(phone.code(-1)).write(phone.code(0)).press(KeyCode.ENTER);
        }
        assertThat(rig.texts()).contains("alice has the device “phone”.");
    }

    @Test
    void saysThatADeviceIsGoneWhichWaitedTooLongBehindTheLock() {
        showQr();
        try (var phone = phone()) {
            rig.control(KeyCode.L)
                    .turn(Duration.ofMinutes(61))
                    .write(DeskRig.WORDS)
                    .press(KeyCode.ENTER);
            assertThat(devices()).isEmpty();
            rig.write(phone.code(-1)).write(phone.code(0)).press(KeyCode.ENTER);
        }
        assertThat(rig.texts())
                .contains("This device is gone: it was not enabled in time, or somebody has deleted it.");
    }

    @Test
    void closingTheWindowLeavesNoDevice() {
        showQr();
        rig.front.shut();
        assertThat(devices()).isEmpty();
    }

    @Test
    void enterPressedTwiceEnablesOnceAndBackWaitsForTheAnswer() {
        showQr();
        try (var phone = phone()) {
            rig.write(phone.code(-1)).write(phone.code(0));
        }
        var goOn = rig.holdUp();
        rig.hit(KeyCode.ENTER, KeyCode.ENTER, KeyCode.ESCAPE);
        goOn.run();
        assertThat(rig.texts())
                .contains("alice has the device “phone”.")
                .doesNotContain("Something went wrong that should not have.");
    }

    @Test
    void leavingWhileADeviceIsMadeLeavesNone() {
        choose("alice");
        var goOn = rig.holdUp();
        rig.hit(KeyCode.ENTER);
        DeskRig.onScreen(() -> {
            rig.front.home();
            return true;
        });
        goOn.run();
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(devices()).isEmpty();
    }
}
