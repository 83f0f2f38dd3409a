package fobsmith.firmware.flipper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateCommandTest extends FlipperRig {
    @Test
    void showsTheClock() {
        realTime.turn(Duration.ofMillis(61_500));
        assertThat(answer("date")).isEqualTo("2026-11-23 12:01:01 1");
    }

    @Test
    void setsTheClock() {
        assertThat(answer("date 2005-03-18 01:58:29 5")).isEqualTo("New datetime is: 2005-03-18 01:58:29 5");
        realTime.turn(Duration.ofSeconds(2));
        assertThat(answer("date")).isEqualTo("2005-03-18 01:58:31 5");
        assertThat(flipper.state().time()).isEqualTo(Instant.parse("2005-03-18T01:58:31Z"));
    }

    @Test
    void beginsASecondWhenItIsSet() {
        realTime.turn(Duration.ofMillis(700));
        answer("date 2026-11-23 12:00:00 1");
        assertThat(flipper.state().errorMillis()).isEqualTo(-700);
    }

    @Test
    void believesAnyDayOfTheWeek() {
        assertThat(answer("date 2026-11-23 23:59:59 6")).isEqualTo("New datetime is: 2026-11-23 23:59:59 6");
        realTime.turn(Duration.ofSeconds(1));
        assertThat(answer("date")).isEqualTo("2026-11-24 00:00:00 7");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 3",
        "2026-11-23 10:20:30, 6",
        "now, 0",
        "2026/11/23 10:20:30 1, 1",
        "2026-11-23 10.20.30 1, 4",
    })
    void wantsAllSevenFields(String date, int read) {
        assertThat(answer("date " + date))
                .isEqualTo("Invalid datetime format, use `%%Y-%%m-%%d %%H:%%M:%%S %%u`. sscanf %d %s"
                        .formatted(read, date));
        assertThat(flipper.state().errorMillis()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29 10:20:30 1",
                "2026-13-01 10:20:30 1",
                "2026-11-23 24:00:00 1",
                "2026-11-23 10:60:00 1",
                "2026-11-23 10:20:60 1",
                "2026-11-23 10:20:30 0",
                "2026-11-23 10:20:30 8",
                "1999-12-31 10:20:30 5",
                "2100-01-01 10:20:30 5",
            })
    void refusesDatesThatAreNone(String date) {
        assertThat(answer("date " + date)).isEqualTo("Invalid datetime data");
        assertThat(flipper.state().errorMillis()).isZero();
    }
}
