package fobsmith.firmware.nitrokey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clock, and SET_TIME. */
class RamClockTest extends NitrokeyRig {
    /** 2014-01-01T00:00:00Z. */
    private static final long FIRST = 1_388_534_400L;

    @Test
    void countsFrom1970SinceItIsPluggedIn() {
        realTime.turn(Duration.ofSeconds(77));
        assertThat(token.state().time()).isEqualTo(Instant.ofEpochSecond(77));
        assertThat(token.state().errorMillis()).isEqualTo(-NOON.toEpochMilli());
    }

    @Test
    void countsOnFromWhatItIsSetTo() {
        assertThat(host.setTime(1, NOON.getEpochSecond())).isEqualTo(OK);
        realTime.turn(Duration.ofMillis(12_345));
        assertThat(token.state().time()).isEqualTo(NOON.plusMillis(12_345));
        assertThat(token.state().errorMillis()).isZero();
    }

    @Test
    void isGoneWithThePower() {
        host.setTime(1, NOON.getEpochSecond());
        token.powerOff();
        assertThat(token.state().time()).isEqualTo(Instant.EPOCH);
        token.powerOn();
        assertThat(token.state().time()).isEqualTo(Instant.EPOCH);
        realTime.turn(Duration.ofSeconds(5));
        assertThat(token.state().time()).isEqualTo(Instant.ofEpochSecond(5));
    }

    @Test
    void runsAtTheRateOfItsCrystal() {
        token.close();
        token = token(PLAIN.withDrift(Drift.constant(100)), Flash.inMemory());
        host = plugged();
        host.setTime(1, NOON.getEpochSecond());
        realTime.turn(Duration.ofSeconds(10_000));
        assertThat(token.state().errorMillis()).isEqualTo(1_000);
        token.setDrift(Drift.NONE);
        realTime.turn(Duration.ofSeconds(10_000));
        assertThat(token.state().errorMillis()).isEqualTo(1_000);
    }

    @Test
    void standsStillWhereItsCrystalDoes() {
        host.setTime(1, NOON.getEpochSecond());
        token.fault(Fault.STOPPED_CLOCK);
        realTime.turn(Duration.ofSeconds(100));
        assertThat(token.state().time()).isEqualTo(NOON);
        assertThat(host.setTime(1, 59)).isEqualTo(OK);
        realTime.turn(Duration.ofSeconds(100));
        assertThat(token.state().time()).isEqualTo(Instant.ofEpochSecond(59));
        token.mend(Fault.STOPPED_CLOCK);
        realTime.turn(Duration.ofSeconds(1));
        assertThat(token.state().time()).isEqualTo(Instant.ofEpochSecond(60));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "STOPPED_CLOCK")
    void hasNoOtherFaults(Fault fault) {
        assertThatThrownBy(() -> token.fault(fault))
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 00005b3a has nothing that could have the fault " + fault);
    }

    @Test
    void canBeTurnedByHandOnlyWithPower() {
        token.setTime(NOON.plusMillis(500));
        assertThat(token.state().errorMillis()).isEqualTo(500);
        token.shift(Duration.ofSeconds(-10));
        assertThat(token.state().errorMillis()).isEqualTo(-9_500);
        token.powerOff();
        assertThatThrownBy(() -> token.setTime(NOON))
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 00005b3a is not plugged in, and without power it has no clock");
        assertThatThrownBy(() -> token.shift(Duration.ofSeconds(1))).isInstanceOf(RefusedException.class);
    }

    @Test
    void takesAnyTimeWhereNoneWasEverSet() {
        assertThat(host.setTime(0, FIRST + 60)).isEqualTo(OK);
    }

    @Test
    void refusesAnEarlierMinuteToWhoeverDoesNotInsist() {
        long time = NOON.getEpochSecond();
        assertThat(host.setTime(1, time)).isEqualTo(OK);
        assertThat(host.setTime(0, time - 1)).isEqualTo(TIMESTAMP_WARNING);
        assertThat(token.state().time()).isEqualTo(NOON);
        assertThat(host.setTime(0, time + 30)).isEqualTo(OK);
        assertThat(host.setTime(0, time)).isEqualTo(OK);
        assertThat(host.setTime(1, time - 86_400)).isEqualTo(OK);
        assertThat(host.setTime(0, time - 86_340)).isEqualTo(OK);
    }

    @Test
    void remembersTheMinuteWithoutPower() {
        host.setTime(1, NOON.getEpochSecond());
        token.powerOff();
        token.powerOn();
        assertThat(host.setTime(0, NOON.getEpochSecond() - 60)).isEqualTo(TIMESTAMP_WARNING);
        assertThat(host.setTime(0, NOON.getEpochSecond())).isEqualTo(OK);
    }

    @Test
    void refusesEveryTimeWhereTheStampIsZeroUnlessTheHostInsists() {
        assertThat(host.setTime(1, FIRST)).isEqualTo(OK);
        assertThat(host.setTime(0, NOON.getEpochSecond())).isEqualTo(TIMESTAMP_WARNING);
        assertThat(host.setTime(1, NOON.getEpochSecond())).isEqualTo(OK);
    }

    @Test
    void showsTheYear9999WhereItStandsBeyond() {
        assertThat(host.setTime(1, -1)).isEqualTo(OK);
        assertThat(token.state().time()).isEqualTo(Instant.parse("9999-12-31T00:00:00Z"));
    }
}
