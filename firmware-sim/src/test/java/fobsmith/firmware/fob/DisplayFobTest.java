package fobsmith.firmware.fob;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.parts.Algorithm;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayFobTest {
    private static final String DIGITS = "1234567890";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final FobDescription PLAIN = FobDescription.of("GAHT00000001");

    private final HandTurnedClock realTime = new HandTurnedClock(NOON);

    @ParameterizedTest
    @CsvFileSource(files = "../fixtures/rfc6238/appendix-b.csv")
    void showsTheCodesOfRfc6238AppendixB(long seconds, Algorithm algorithm, String totp) {
        var now = Instant.ofEpochSecond(seconds);
        assertThat(shown(new Profile(algorithm, 8, 30), now)).isEqualTo(totp);
        assertThat(shown(new Profile(algorithm, 7, 30), now)).isEqualTo(totp.substring(1));
    }

    @ParameterizedTest
    @CsvFileSource(files = "../fixtures/rfc4226/appendix-d.csv")
    void truncatesAsRfc4226AppendixD(long counter, String hexadecimal, String decimal, String hotp) {
        var now = Instant.ofEpochSecond(counter * 60 + 59);
        assertThat(shown(new Profile(Algorithm.SHA1, 6, 60), now)).isEqualTo(hotp);
        assertThat(shown(new Profile(Algorithm.SHA1, 10, 60), now))
                .isEqualTo("%010d".formatted(Long.parseLong(decimal)))
                .isEqualTo("%010d".formatted(Long.parseLong(hexadecimal, 16)));
    }

    private static String shown(Profile profile, Instant now) {
        int length = switch (profile.algorithm()) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
        try (var fob = new DisplayFob(PLAIN.withProfile(profile), seed(length), InstantSource.fixed(now))) {
            return fob.display().display();
        }
    }

    @Test
    void countsDownToTheNextCode() {
        try (var fob = fob(PLAIN)) {
            assertThat(fob.display().secondsLeft()).isEqualTo(30);
            realTime.turn(Duration.ofMillis(29_999));
            assertThat(fob.display().secondsLeft()).isEqualTo(1);
            var last = fob.display().display();
            realTime.turn(Duration.ofMillis(1));
            assertThat(fob.display().display()).isNotEqualTo(last);
        }
    }

    @Test
    void aPerfectClockIsTheDefaultAndStaysPerfect() {
        try (var fob = fob(PLAIN)) {
            realTime.turn(Duration.ofDays(3650));
            assertThat(fob.state().errorMillis()).isZero();
            assertThat(fob.state().time()).isEqualTo(realTime.instant());
        }
    }

    @Test
    void meetsUsWithTheErrorOfItsTimeOnTheShelf() {
        var shelved = new Drift(10, 0, 25, 0, -2, 100);
        try (var fob = fob(PLAIN.withDrift(shelved))) {
            assertThat(fob.state().errorMillis()).isEqualTo(86_400 - 2000);
            realTime.turn(Duration.ofDays(100));
            assertThat(fob.state().errorMillis()).isEqualTo(2 * 86_400 - 2000);
        }
    }

    @Test
    void runsOnAtItsOwnRateFromTheTimeThatWasSet() {
        try (var fob = fob(PLAIN.withDrift(new Drift(10, 0, 25, 0, 0, 100)))) {
            fob.setTime(NOON.plusSeconds(5));
            assertThat(fob.state().errorMillis()).isEqualTo(5000);
            realTime.turn(Duration.ofSeconds(1_000_000));
            assertThat(fob.state().errorMillis()).isEqualTo(15_000);
        }
    }

    @Test
    void isShiftedEitherWay() {
        try (var fob = fob(PLAIN)) {
            var next = shown(Profile.USUAL, NOON.plusSeconds(30));
            fob.shift(Duration.ofSeconds(30));
            assertThat(fob.display().display()).isEqualTo(next);
            fob.shift(Duration.ofMillis(-31_500));
            assertThat(fob.state().errorMillis()).isEqualTo(-1500);
        }
    }

    @Test
    void aNewDriftDoesNotMoveTheClockButItsRate() {
        try (var fob = fob(PLAIN)) {
            fob.shift(Duration.ofSeconds(7));
            fob.setDrift(new Drift(-20, 0, 25, 0, 50, 365));
            assertThat(fob.state().errorMillis()).isEqualTo(7000);
            realTime.turn(Duration.ofSeconds(1_000_000));
            assertThat(fob.state().errorMillis()).isEqualTo(-13_000);
            assertThat(fob.state().drift().initialPpm()).isEqualTo(-20);
        }
    }

    @ParameterizedTest
    @CsvSource({"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void refusesTimesNoFobCanShow(Instant time) {
        try (var fob = fob(PLAIN)) {
            assertThatThrownBy(() -> fob.setTime(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(time.toString())
                    .hasMessageContaining("GAHT00000001");
            assertThat(fob.state().errorMillis()).isZero();
        }
    }

    @Test
    void showsACodeOnlyForAWhileAfterThePress() {
        try (var fob = fob(PLAIN.withButton(Duration.ofSeconds(15)))) {
            assertThat(fob.display()).isEqualTo(new Display("GAHT00000001", "", 0));
            fob.press();
            assertThat(fob.display().display()).isEqualTo(shown(Profile.USUAL, NOON));
            realTime.turn(Duration.ofMillis(14_999));
            assertThat(fob.display().blank()).isFalse();
            realTime.turn(Duration.ofMillis(1));
            assertThat(fob.display().blank()).isTrue();
        }
    }

    @Test
    void refusesThePressOfAButtonItDoesNotHave() {
        try (var fob = fob(PLAIN)) {
            assertThatThrownBy(fob::press)
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("token GAHT00000001 has no button");
        }
    }

    @Test
    void wipesItsOwnCopyOfTheSeedAndRefusesEverythingAfterwards() {
        byte[] seed = seed(20);
        var fob = new DisplayFob(PLAIN, seed, realTime);
        seed[0] = 'x';
        assertThat(fob.display().display()).isEqualTo(shown(Profile.USUAL, NOON));
        fob.close();
        assertThat(fob.wiped()).isTrue();
        assertThatThrownBy(fob::display).isInstanceOf(RefusedException.class).hasMessageContaining("removed");
        assertThatThrownBy(fob::state).hasMessageContaining("removed");
    }

    @Test
    void printsItsSerialAndNothingElse() {
        try (var fob = fob(PLAIN)) {
            assertThat(fob).hasToString("DisplayFob[GAHT00000001]");
        }
    }

    @Test
    void refusesDescriptionsNoFobHas() {
        assertThatThrownBy(() -> new Profile(Algorithm.SHA1, 9, 30)).hasMessageContaining("digits 9");
        assertThatThrownBy(() -> new Profile(Algorithm.SHA1, 6, 0)).hasMessageContaining("step 0");
        assertThatThrownBy(() -> FobDescription.of("GAHT 1")).hasMessageContaining("\"GAHT 1\"");
        assertThatThrownBy(() -> FobDescription.of("")).hasMessageContaining("\"\"");
        assertThatThrownBy(() -> PLAIN.withButton(Duration.ofMillis(1500))).hasMessageContaining("PT1.5S");
        assertThatThrownBy(() -> new DisplayFob(PLAIN, new byte[0], realTime)).hasMessageContaining("0 bytes");
    }

    private DisplayFob fob(FobDescription description) {
        return new DisplayFob(description, seed(20), realTime);
    }

    private static byte[] seed(int length) {
        return DIGITS.repeat(7).substring(0, length).getBytes(US_ASCII);
    }
}
