package fobsmith.firmware.token2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.fob.DisplayFob;
import fobsmith.firmware.fob.FobDescription;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.usb.PowerLost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Molto2Test {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long UTC = NOON.getEpochSecond();
    private static final Molto2Description PLAIN = Molto2Description.of(Molto2Description.FIRST_SERIAL);
    private static final String SEED = "12345678901234567890";

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
    void keepsSeedsFromOneTo63Bytes() {
        host.authenticate();
        assertThat(host.seed(0, "x")).isEqualTo("9000");
        assertThat(host.seed(0, "x".repeat(63))).isEqualTo("9000");
        assertThat(host.seed(0, "x".repeat(64))).isEqualTo("6a80");
        assertThat(host.seed(1, "")).isEqualTo("6a80");
        assertThat(token.state().profiles()).containsExactly(new Molto2State.Profile(0, "", true));
    }

    @Test
    void keepsTitlesOfUpTo12Bytes() {
        host.authenticate();
        assertThat(host.title(7, "abcdefghijkl")).isEqualTo("9000");
        assertThat(host.title(7, "abcdefghijklm")).isEqualTo("6a80");
        assertThat(host.title(7, "abcdefghijklmnop")).isEqualTo("6a80");
        assertThat(token.state().profiles()).containsExactly(new Molto2State.Profile(7, "abcdefghijkl", false));
        assertThat(host.title(7, "")).isEqualTo("9000");
        assertThat(token.state().profiles()).isEmpty();
    }

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

    @Test
    void aTokenOfTheFirstVersionHasFiftyProfiles() {
        token.close();
        token = token(PLAIN.withProfiles(50), Flash.inMemory());
        host = plugged();
        assertThat(host.block(49)).endsWith("9000");
        assertThat(host.block(50)).isEqualTo("6a83");
        assertThatThrownBy(() -> token.press(50)).hasMessage("token 86590300000001 has no profile 50");
        assertThatThrownBy(() -> token.display(-1)).hasMessage("token 86590300000001 has no profile -1");
    }

    @ParameterizedTest
    @CsvSource({
        "84d40100020102,6700",
        "8041000000ff,6700",
        "80410000000101,6700",
        "804100000100,6a80",
        "804b040000,6a86",
        "80ce00000401020304,6700",
        "80c5010000,6d00",
        "84410000,6d00",
        "844b080000,6d00",
        "8056,6700",
        "'',6700",
    })
    void refusesWhatIsNoCommand(String apdu, String word) {
        assertThat(host.send("804b080000")).endsWith("9000");
        assertThat(host.send(apdu)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "81141f01010f046592008086090a01010b01060d01",
        "81141f01010f046592008086090a01010b01060d011e00",
        "81141f01010f046592008086090a01010b01060e011e",
        "81141f01010f046592008086090a01010c01060d011e",
        "81151f01010f046592008086090a01010b01060d011e",
        "81061f0465920080",
        "''",
    })
    void refusesAConfigurationOfOtherTags(String body) {
        provision(0);
        realTime.turn(Duration.ofSeconds(5));
        assertThat(host.order(0xD4, 1, 0, HexFormat.of().parseHex(body))).isEqualTo("6a80");
        assertThat(host.utc()).isEqualTo(UTC + 5);
        assertThat(token.press(0).blank()).isFalse();
    }

    @Test
    void refusesEverythingOnceRemoved() {
        token.close();
        assertThatThrownBy(token::display)
                .isInstanceOf(RefusedException.class)
                .hasMessage("token 86590300000001 has been removed");
        assertThatThrownBy(token::state).hasMessageContaining("removed");
        assertThatThrownBy(host::info).isInstanceOf(PowerLost.class);
        assertThatThrownBy(token::powerOn).isInstanceOf(PowerLost.class);
        assertThat(token).hasToString("Molto2[86590300000001]");
    }

    @Test
    void refusesDescriptionsNoMolto2Has() {
        assertThatThrownBy(() -> Molto2Description.of("8659"))
                .hasMessage("serial \"8659\" is not 14 letters and digits");
        assertThatThrownBy(() -> PLAIN.withProfiles(51)).hasMessage("profiles 51 is neither 50 nor 100");
    }
}
