package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What keeps a Molto2 from taking orders, and what its buttons confirm. */
class Molto2LockTest extends Molto2Rig {
    @Test
    void locksItselfAfterTheLastTry() {
        for (int left = 9; left >= 0; left--) {
            host.send("804b080000");
            assertThat(host.answer(new byte[16])).isEqualTo("63%02x".formatted(left));
            assertThat(token.state().triesLeft()).isEqualTo(left);
        }
        assertThat(host.authenticate()).isEqualTo("6983");
        assertThat(host.seed(0, SEED)).isEqualTo("6983");
    }

    @Test
    void remembersTriesWithoutPowerAndForgetsThemAfterARightAnswer() {
        host.send("804b080000");
        host.answer(new byte[16]);
        token.powerOff();
        token.powerOn();
        assertThat(token.state().triesLeft()).isEqualTo(9);
        assertThat(host.authenticate()).isEqualTo("9000");
        assertThat(token.state().triesLeft()).isEqualTo(10);
    }

    @Test
    void powerOnEndsTheAuthenticationAndTheChallenge() {
        host.authenticate();
        token.powerOn();
        assertThat(host.seed(0, SEED)).isEqualTo("6983");
        host.send("804b080000");
        token.powerOff();
        token.powerOn();
        assertThat(host.answer(new byte[16])).isEqualTo("6a80");
    }

    @Test
    void answersOnlyWithPower() {
        token.powerOff();
        assertThatThrownBy(host::info).isInstanceOf(PowerLost.class).hasMessage("token 86590300000001 has no power");
        provisionAgain();
    }

    private void provisionAgain() {
        token.powerOn();
        provision(0);
        token.powerOff();
        assertThat(token.press(0).blank()).isFalse();
    }

    @Test
    void aNewCustomerKeyHoldsOnceTheUpArrowWasPressedInTime() {
        var newKey = Host.sm4Key("another");
        host.authenticate();
        assertThat(host.customerKey(newKey)).isEqualTo("9060");
        assertThat(token.state().waitingFor()).isEqualTo(WaitingFor.CUSTOMER_KEY);
        realTime.turn(Duration.ofMinutes(1));
        assertThatThrownBy(token::pressUpArrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 86590300000001 does not wait for its up arrow");
        assertThat(host.authenticate()).isEqualTo("9000");
        host.customerKey(newKey);
        realTime.turn(Duration.ofSeconds(59));
        assertThat(token.pressUpArrow()).isEqualTo(WaitingFor.CUSTOMER_KEY);
        assertThat(host.authenticate()).isEqualTo("6309");
        host.use(newKey);
        assertThat(host.authenticate()).isEqualTo("9000");
        assertThat(token.state().waitingFor()).isEqualTo(WaitingFor.NOTHING);
    }

    @Test
    void factoryResetNeedsNobodysKeyButAHand() {
        provision(5);
        host.customerKey(Host.sm4Key("another"));
        token.pressUpArrow();
        token.powerOn();
        assertThat(host.send("8056000000")).isEqualTo("9060");
        assertThat(token.press(5).blank()).isFalse();
        assertThat(token.pressUpArrow()).isEqualTo(WaitingFor.FACTORY_RESET);
        assertThat(token.press(5).blank()).isTrue();
        assertThat(host.utc()).isEqualTo(UTC);
        provision(5);
    }
}
