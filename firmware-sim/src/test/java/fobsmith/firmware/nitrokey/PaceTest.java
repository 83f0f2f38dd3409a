package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Device status: 0 ready, 1 busy, 3 received. */
class PaceTest extends NitrokeyRig {
    private static final byte[] ADMIN_TRIES = new Host.Payload(0x09).report();
    private static final byte[] USER_TRIES = new Host.Payload(0x0f).report();

    private int status() {
        return token.get()[0];
    }

    private int lastCommand() {
        return token.get()[1];
    }

    @Test
    void isAtOnceWhereNobodySaysOtherwise() {
        token.set(ADMIN_TRIES);
        assertThat(status()).isZero();
        assertThat(lastCommand()).isEqualTo(0x09);
    }

    @Test
    void letsReadsFindItBusy() {
        token.set(USER_TRIES);
        token.pace(new Pace.Reads(3));
        token.set(ADMIN_TRIES);
        assertThat(status()).isEqualTo(3);
        assertThat(status()).isEqualTo(1);
        // meanwhile the answer before is read
        assertThat(lastCommand()).isEqualTo(0x0f);
        assertThat(status()).isZero();
        assertThat(lastCommand()).isEqualTo(0x09);
    }

    @Test
    void takesItsTime() {
        token.pace(new Pace.Time(Duration.ofMillis(100)));
        token.set(ADMIN_TRIES);
        assertThat(status()).isEqualTo(3);
        realTime.turn(Duration.ofMillis(99));
        assertThat(status()).isEqualTo(1);
        realTime.turn(Duration.ofMillis(1));
        assertThat(status()).isZero();
        assertThat(lastCommand()).isEqualTo(0x09);
    }

    @Test
    void dropsAReportThatArrivesMeanwhile() {
        token.pace(new Pace.Reads(1));
        token.set(ADMIN_TRIES);
        token.set(USER_TRIES);
        assertThat(status()).isEqualTo(3);
        assertThat(lastCommand()).isEqualTo(0x09);
        assertThat(status()).isZero();
        token.set(USER_TRIES);
        status();
        assertThat(lastCommand()).isEqualTo(0x0f);
    }

    @Test
    void dropsEvenAWrongPin() {
        token.pace(new Pace.Reads(1));
        token.set(ADMIN_TRIES);
        token.set(new Host.Payload(0x07).text("wrong", 25).text("", 25).report());
        assertThat(token.state().adminTriesLeft()).isEqualTo(3);
    }

    @Test
    void canBeNever() {
        token.pace(Pace.NEVER);
        token.set(ADMIN_TRIES);
        for (int i = 0; i < 1_000; i++) {
            assertThat(status()).isNotZero();
        }
        token.powerOff();
        token.powerOn();
        assertThat(status()).isZero();
    }

    @Test
    void isNotLessThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Reads(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Time(Duration.ofMillis(-1)));
    }
}
