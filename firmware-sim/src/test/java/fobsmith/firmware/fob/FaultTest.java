package fobsmith.firmware.fob;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final HandTurnedClock realTime = new HandTurnedClock(NOON);
    private final DisplayFob fob = new DisplayFob(FobDescription.of("GAHT00000001"), new byte[20], realTime);
    private final DisplayFob healthy = new DisplayFob(FobDescription.of("GAHT00000002"), new byte[20], realTime);

    @AfterEach
    void wipe() {
        fob.close();
        healthy.close();
    }

    @Test
    void aStoppedClockShowsTheSameCodeForEver() {
        var code = fob.display();
        fob.fault(Fault.STOPPED_CLOCK);
        realTime.turn(Duration.ofDays(1));
        assertThat(fob.display()).isEqualTo(code);
        assertThat(fob.state().errorMillis()).isEqualTo(-Duration.ofDays(1).toMillis());
    }

    @Test
    void aClockThatStoodRunsOnFromWhereItStood() {
        fob.fault(Fault.STOPPED_CLOCK);
        realTime.turn(Duration.ofSeconds(90));
        fob.mend(Fault.STOPPED_CLOCK);
        realTime.turn(Duration.ofSeconds(10));
        assertThat(fob.state().errorMillis()).isEqualTo(-90_000);
    }

    @Test
    void aStoppedClockCanBeSetButStillStands() {
        fob.fault(Fault.STOPPED_CLOCK);
        fob.setTime(NOON.plusSeconds(60));
        realTime.turn(Duration.ofSeconds(60));
        assertThat(fob.state().time()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aResetClockCountsFromTheYear2000() {
        fob.fault(Fault.RESET_TO_2000);
        realTime.turn(Duration.ofSeconds(30));
        assertThat(fob.state().time()).isEqualTo(Instant.parse("2000-01-01T00:00:30Z"));
        assertThat(fob.display())
                .isNotEqualTo(new Display("GAHT00000001", healthy.display().display(), 30));
    }

    @Test
    void aResetHappensOnceAndIsMendedBySettingTheTime() {
        fob.fault(Fault.RESET_TO_2000);
        realTime.turn(Duration.ofSeconds(30));
        fob.fault(Fault.RESET_TO_2000);
        assertThat(fob.state().time()).isEqualTo(Instant.parse("2000-01-01T00:00:30Z"));
        fob.setTime(realTime.instant());
        assertThat(fob.state().errorMillis()).isZero();
        assertThat(fob.state().faults()).isEmpty();
    }

    @Test
    void clearingAResetLeavesTheClockWrong() {
        fob.fault(Fault.RESET_TO_2000);
        fob.mend(Fault.RESET_TO_2000);
        assertThat(fob.state().time()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(fob.state().faults()).isEmpty();
    }

    @Test
    void aDarkSegmentMakesEightsSixesAndNinesFives() {
        fob.fault(Fault.DARK_LCD_SEGMENT);
        int misread = 0;
        for (int i = 0; i < 100; i++) {
            var right = healthy.display().display();
            var read = fob.display().display();
            assertThat(read).isEqualTo(right.replace('8', '6').replace('9', '5'));
            misread += read.equals(right) ? 0 : 1;
            realTime.turn(Duration.ofSeconds(30));
        }
        assertThat(misread).isBetween(50, 95);
        fob.mend(Fault.DARK_LCD_SEGMENT);
        assertThat(fob.display().display()).isEqualTo(healthy.display().display());
    }

    @Test
    void aDeadBatteryBlanksTheDisplayAndStopsTheClock() {
        fob.fault(Fault.DEAD_BATTERY);
        assertThat(fob.display().blank()).isTrue();
        assertThat(fob.display().secondsLeft()).isZero();
        realTime.turn(Duration.ofSeconds(45));
        fob.mend(Fault.DEAD_BATTERY);
        assertThat(fob.display().blank()).isFalse();
        assertThat(fob.state().errorMillis()).isEqualTo(-45_000);
    }

    @Test
    void faultsAddUpAndAreListedInOrder() {
        fob.fault(Fault.DEAD_BATTERY);
        fob.fault(Fault.STOPPED_CLOCK);
        assertThat(fob.state().faults()).containsExactly(Fault.STOPPED_CLOCK, Fault.DEAD_BATTERY);
        fob.mend(Fault.DEAD_BATTERY);
        realTime.turn(Duration.ofSeconds(30));
        assertThat(fob.state().errorMillis()).isEqualTo(-30_000);
    }
}
