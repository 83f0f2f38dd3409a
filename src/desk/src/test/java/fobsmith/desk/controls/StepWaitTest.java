package fobsmith.desk.controls;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HandTurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepWaitTest {
    private final HandTurnedClock clock = HandTurnedClock.atStepStart();
    private final StepWait wait = new StepWait(clock);

    @Test
    void countsTheSecondsThatAreLeft() {
        assertThat(wait.secondsLeft()).isEqualTo(30);
        clock.turn(Duration.ofSeconds(13));
        assertThat(wait.secondsLeft()).isEqualTo(17);
        assertThat(wait.shareLeft()).isEqualTo(17 / 30.0);
        clock.turn(Duration.ofSeconds(17));
        assertThat(wait.secondsLeft()).isEqualTo(30);
    }

    @Test
    void waitsForTheNextStepAfterTheFirstCode() {
        assertThat(wait.phase()).isEqualTo(StepWait.Phase.FIRST);
        clock.turn(Duration.ofSeconds(20));
        wait.firstTypedAt(clock.instant());
        clock.turn(Duration.ofSeconds(9));
        assertThat(wait.phase()).isEqualTo(StepWait.Phase.WAIT);
        clock.turn(Duration.ofSeconds(1));
        assertThat(wait.phase()).isEqualTo(StepWait.Phase.SECOND);
    }
}
