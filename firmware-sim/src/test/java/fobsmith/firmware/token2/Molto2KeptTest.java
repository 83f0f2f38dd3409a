package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Molto2 keeps when it is taken away and taken up again: its clock and its image. */
class Molto2KeptTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long UTC = NOON.getEpochSecond();
    private static final Molto2Description PLAIN = Molto2Description.of(Molto2Description.FIRST_SERIAL);
    private static final String SEED = "12345678901234567890";

    @TempDir
    Path folder;

    private final HandTurnedClock realTime = new HandTurnedClock(NOON);
    private Molto2 token = token(PLAIN, Flash.inMemory());
    private Host host = plugged();

    private Molto2 token(Molto2Description description, Flash flash) {
        return Molto2.of(description, flash, realTime, new SplittableRandom(1));
    }

    private Host plugged() {
        token.powerOn();
        return new Host(token);
    }

    private void provision(int profile) {
        assertThat(host.authenticate()).isEqualTo("9000");
        assertThat(host.config(profile, realTime.instant().getEpochSecond())).isEqualTo("9000");
        assertThat(host.seed(profile, SEED)).isEqualTo("9000");
    }

    @AfterEach
    void remove() {
        token.close();
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

    @Test
    void anImageKeepsEverythingButAuthenticationAndLight() {
        var file = folder.resolve("token.flash");
        token.close();
        token = token(PLAIN.withDrift(Drift.constant(50)), Flash.open(file));
        host = plugged();
        host.authenticate();
        host.config(5, UTC - 3600);
        host.seed(5, SEED);
        host.title(5, "demo");
        host.customerKey(Host.sm4Key("another"));
        token.pressUpArrow();
        realTime.turn(Duration.ofSeconds(10_000));
        var shown = token.press(5);
        var before = token.state();
        token.close();
        realTime.turn(Duration.ofSeconds(10_000));
        token = token(PLAIN.withDrift(Drift.constant(50)), Flash.open(file));
        host = plugged();
        host.use(Host.sm4Key("another"));
        assertThat(token.state().profiles()).isEqualTo(before.profiles());
        assertThat(token.state().errorMillis()).isEqualTo(before.errorMillis() + 500);
        assertThat(host.seed(5, SEED)).isEqualTo("6983");
        assertThat(host.authenticate()).isEqualTo("9000");
        assertThat(token.display(5).blank()).isTrue();
        host.time(5, UTC - 3600 + 10_000);
        assertThat(token.press(5).display()).isEqualTo(shown.display());
    }

    @Test
    void aClockThatWasDisturbedStaysSoInTheImage() {
        var file = folder.resolve("token.flash");
        token.close();
        token = token(PLAIN, Flash.open(file));
        token.shift(Duration.ofSeconds(77));
        token.close();
        token = token(PLAIN, Flash.open(file));
        assertThat(token.state().errorMillis()).isEqualTo(77_000);
    }

    @Test
    void refusesTheImageOfAnotherToken() {
        var file = folder.resolve("token.flash");
        token(PLAIN, Flash.open(file)).close();
        assertThatThrownBy(() -> token(Molto2Description.of("86590300000002"), Flash.open(file)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the flash image is that of token 86590300000001, not of token 86590300000002");
        token(PLAIN, Flash.open(file)).close();
    }

    @Test
    void aCustomerKeyOfItsOwnIsThatOfFreshFlashOnly() {
        var file = folder.resolve("token.flash");
        for (var key : new String[] {"mine", "ignored"}) {
            token.close();
            token = Molto2.of(
                    PLAIN,
                    key.getBytes(StandardCharsets.US_ASCII),
                    Flash.open(file),
                    realTime,
                    new SplittableRandom(1));
            host = plugged();
            host.use(Host.sm4Key("mine"));
            assertThat(host.authenticate()).isEqualTo("9000");
        }
    }
}
