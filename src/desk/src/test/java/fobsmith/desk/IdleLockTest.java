package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HandTurnedClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final AtomicInteger locked = new AtomicInteger();
    private final IdleLock idle = new IdleLock(clock, Duration.ofMinutes(5), locked::incrementAndGet);

    private void pass(Duration time) {
        clock.turn(time);
        idle.look();
    }

    @Test
    void locksOnceAfterNobodyHasTouchedAnything() {
        idle.watch();
        pass(Duration.ofMinutes(4));
        assertThat(locked).hasValue(0);
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(9));
        assertThat(locked).hasValue(1);
    }

    @Test
    void waitsAnewAfterATouch() {
        idle.watch();
        clock.turn(Duration.ofMinutes(4));
        idle.touched();
        pass(Duration.ofMinutes(4));
        assertThat(locked).hasValue(0);
    }

    @Test
    void leavesADeskAloneThatNobodySitsAt() {
        pass(Duration.ofHours(1));
        assertThat(locked).hasValue(0);
    }

    @Test
    void doesNotWaitForTheTimeThatAClockWentBack() {
        idle.watch();
        pass(Duration.ofHours(-2));
        pass(Duration.ofMinutes(5));
        assertThat(locked).hasValue(1);
    }
}
