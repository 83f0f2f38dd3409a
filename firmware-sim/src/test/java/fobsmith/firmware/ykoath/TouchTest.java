package fobsmith.firmware.ykoath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A credential that wants a touch, and somebody who may touch the token. */
class TouchTest extends YubiKeyRig {
    /** RFC 4226 appendix D at 1: 287082. */
    private static final String CODE = "76050641397eea9000";

    @BeforeEach
    void addOne() {
        wire.add("touchy", Wire.TOTP, "7802");
        wire.add("free");
    }

    private CompletableFuture<String> asked() {
        token.touched(Touch.BY_HAND);
        var answer = CompletableFuture.supplyAsync(
                () -> wire.calculate("touchy", Wire.STEP_1), Executors.newVirtualThreadPerTaskExecutor());
        await().until(() -> token.state().waitsForTouch());
        return answer;
    }

    @Test
    void isTouchedAtOnce() {
        assertThat(wire.calculate("touchy", Wire.STEP_1)).isEqualTo(CODE);
    }

    @Test
    void isNeverTouched() {
        token.touched(Touch.NEVER);
        assertThat(wire.calculate("touchy", Wire.STEP_1)).isEqualTo("6982");
        assertThat(wire.calculate("free", Wire.STEP_1)).isEqualTo(CODE);
    }

    @Test
    void waitsUntilSomebodyPresses() {
        var answer = asked();
        assertThat(answer).isNotDone();
        token.press();
        assertThat(answer.join()).isEqualTo(CODE);
        assertThat(token.state().waitsForTouch()).isFalse();
    }

    @Test
    void hasNoEndlessPatience() {
        take(PLAIN.withTouch(Touch.BY_HAND).withPatience(Duration.ofMillis(1)));
        addOne();
        assertThat(wire.calculate("touchy", Wire.STEP_1)).isEqualTo("6982");
        assertThat(wire.calculate("free", Wire.STEP_1)).isEqualTo(CODE);
    }

    @Test
    void isPressedForNothing() {
        assertThatThrownBy(token::press)
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 12345678 does not wait to be touched");
    }

    @Test
    void isPulledOutMeanwhile() {
        var answer = asked();
        token.powerOff();
        assertThatThrownBy(answer::join).hasCauseInstanceOf(PowerLost.class);
        token.touched(Touch.AT_ONCE);
        wire = powered();
        assertThat(wire.calculate("touchy", Wire.STEP_1)).isEqualTo(CODE);
    }

    /** What waited before wakes up after the reset, and must not take its power away. */
    @Test
    void isResetMeanwhile() {
        var answer = asked();
        token.powerOn();
        assertThatThrownBy(answer::join).hasCauseInstanceOf(PowerLost.class);
        assertThat(wire.select()).endsWith("9000");
        assertThat(wire.calculate("free", Wire.STEP_1)).isEqualTo(CODE);
    }

    @Test
    void isRemovedMeanwhile() {
        var answer = asked();
        token.close();
        assertThatThrownBy(answer::join)
                .hasCauseInstanceOf(PowerLost.class)
                .hasMessageContaining("token 12345678 lost its power while it waited to be touched");
    }

    @Test
    void takesAnotherCommandOnlyAfterwards() {
        var answer = asked();
        var other = CompletableFuture.supplyAsync(
                () -> wire.calculate("free", Wire.STEP_1), Executors.newVirtualThreadPerTaskExecutor());
        assertThat(other).isNotDone();
        token.press();
        assertThat(answer.join()).isEqualTo(CODE);
        assertThat(other.join()).isEqualTo(CODE);
    }

    @Test
    void waitsForATouchBeforeItsCounterGoesOn() {
        wire.add("counted", Wire.HOTP, "7802");
        token.touched(Touch.NEVER);
        assertThat(wire.calculate("counted", "")).isEqualTo("6982");
        token.touched(Touch.AT_ONCE);
        // RFC 4226 appendix D at 0: 755224.
        assertThat(wire.calculate("counted", "")).isEqualTo("7605064c93cf189000");
    }

    @Test
    void cannotWaitForEver() {
        assertThatThrownBy(() -> PLAIN.withPatience(Duration.ofDays(1)))
                .hasMessage("a token cannot wait for PT24H to be touched");
    }
}
