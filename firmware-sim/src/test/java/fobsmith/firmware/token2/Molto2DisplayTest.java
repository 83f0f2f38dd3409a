package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Molto2 shows, and by which clock. */
class Molto2DisplayTest extends Molto2Rig {
    @Test
    void showsTheCodesAnyFobOfTheSameSeedShows() {
        provision(99);
        try (var fob =
                new DisplayFob(FobDescription.of(PLAIN.serial()), SEED.getBytes(StandardCharsets.US_ASCII), realTime)) {
            for (int i = 0; i < 10; i++) {
                assertThat(token.press(99)).isEqualTo(fob.display());
                realTime.turn(Duration.ofSeconds(37));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"00,15", "01,30", "02,60", "03,120"})
    void staysLitAsLongAsConfigured(String timeout, int seconds) {
        host.authenticate();
        host.config(3, UTC, timeout, "01", "06", "1e");
        host.seed(3, SEED);
        assertThat(token.display(3).blank()).isTrue();
        token.press(3);
        realTime.turn(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(token.display(3).blank()).isFalse();
        realTime.turn(Duration.ofMillis(1));
        assertThat(token.display(3).blank()).isTrue();
        assertThat(token.display().blank()).isTrue();
    }

    @Test
    void hasOneDisplayForAllProfiles() {
        provision(1);
        provision(2);
        token.press(1);
        assertThat(token.display(1)).isEqualTo(token.display());
        assertThat(token.press(2)).isEqualTo(token.display());
        assertThat(token.display(1).blank()).isTrue();
        assertThat(token.press(3).blank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"04,4", "06,6", "08,8", "0a,10"})
    void showsAsManyDigitsAsConfigured(String digits, int shown) {
        host.authenticate();
        host.config(0, UTC, "01", "02", digits, "3c");
        host.seed(0, SEED);
        realTime.turn(Duration.ofSeconds(20));
        assertThat(token.press(0).display()).hasSize(shown).matches("[0-9]+");
        assertThat(token.display().secondsLeft()).isEqualTo(60 - (UTC + 20) % 60);
    }

    /** Real firmware takes any step and divides by it. */
    @Test
    void showsNothingForAStepOfZeroAndMinutesForItsTopBits() {
        host.authenticate();
        host.config(0, UTC, "01", "01", "06", "00");
        host.seed(0, SEED);
        assertThat(token.press(0).blank()).isTrue();
        host.config(0, UTC, "01", "01", "06", "42");
        host.seed(0, SEED);
        assertThat(token.press(0).secondsLeft()).isEqualTo(120 - UTC % 120);
    }

    @Test
    void runsOnAtItsOwnRateFromTheTimeThatWasSet() {
        token.setDrift(Drift.constant(10));
        realTime.turn(Duration.ofSeconds(1_000_000));
        assertThat(host.utc()).isEqualTo(UTC + 1_000_010);
        host.authenticate();
        host.time(0, UTC);
        assertThat(host.utc()).isEqualTo(UTC);
        realTime.turn(Duration.ofSeconds(1_000_000));
        assertThat(host.utc()).isEqualTo(UTC + 1_000_010);
        assertThat(token.state().errorMillis()).isEqualTo(-999_990_000);
    }

    @Test
    void itsClockIsTurnedByHandAndCanBreak() {
        provision(0);
        token.setTime(NOON.plusSeconds(90));
        token.shift(Duration.ofMillis(-500));
        assertThat(token.state().errorMillis()).isEqualTo(89_500);
        token.fault(Fault.STOPPED_CLOCK);
        realTime.turn(Duration.ofSeconds(100));
        assertThat(host.utc()).isEqualTo(UTC + 89);
        token.mend(Fault.STOPPED_CLOCK);
        token.fault(Fault.RESET_TO_2000);
        assertThat(token.state().time()).isEqualTo("2000-01-01T00:00:00Z");
        host.time(0, UTC);
        assertThat(token.state().faults()).isEmpty();
        token.fault(Fault.DEAD_BATTERY);
        assertThat(token.press(0).blank()).isTrue();
        assertThatThrownBy(() -> token.setTime(Instant.parse("1969-01-01T00:00:00Z")))
                .hasMessage("time 1969-01-01T00:00:00Z of token 86590300000001 is not between 1970 and 9999");
    }
}
