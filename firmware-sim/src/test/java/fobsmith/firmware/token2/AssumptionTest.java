package fobsmith.firmware.token2;

import static fobsmith.firmware.token2.Molto2Assumptions.USUAL;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.firmware.HandTurnedClock;
import fobsmith.firmware.flash.Flash;
import fobsmith.firmware.usb.PowerLost;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each assumption makes the difference that it says, whichever way it is switched. */
class AssumptionTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long UTC = NOON.getEpochSecond();
    private static final String SEED = "12345678901234567890";

    private final HandTurnedClock realTime = new HandTurnedClock(NOON);

    private record Bench(Molto2 token, Host host) {
        boolean carriesSeed(int profile) {
            return host.block(profile).endsWith("019000");
        }
    }

    /** With profile 0 configured, titled, and carrying a seed; authenticated. */
    private Bench bench(Molto2Assumptions assumptions) {
        var description = Molto2Description.of(Molto2Description.FIRST_SERIAL).withAssumptions(assumptions);
        var token = Molto2.of(description, Flash.inMemory(), realTime, new SplittableRandom(1));
        token.powerOn();
        var host = new Host(token);
        host.authenticate();
        host.config(0, UTC);
        host.title(0, "demo");
        host.seed(0, SEED);
        return new Bench(token, host);
    }

    /** What comes out where the assumption does not hold, then where it holds. */
    private <T> void assertSwitches(Assumption assumption, Function<Bench, T> work, T without, T with) {
        for (boolean holds : new boolean[] {false, true}) {
            var bench = bench(USUAL.with(assumption, holds));
            assertThat(work.apply(bench)).as("%s %s", assumption, holds).isEqualTo(holds ? with : without);
            bench.token.close();
        }
    }

    @Test
    void configWipesSeed() {
        assertSwitches(
                Assumption.CONFIG_WIPES_SEED,
                bench -> {
                    bench.host.config(0, UTC);
                    return bench.carriesSeed(0);
                },
                true,
                false);
    }

    @Test
    void timeWipesSeed() {
        assertSwitches(
                Assumption.TIME_WIPES_SEED,
                bench -> {
                    bench.host.time(0, UTC);
                    return bench.carriesSeed(0);
                },
                true,
                false);
    }

    @Test
    void clockPerProfile() {
        assertSwitches(
                Assumption.CLOCK_PER_PROFILE,
                bench -> {
                    bench.host.time(1, UTC + 30);
                    var shown = bench.token.press(0).display();
                    bench.host.time(1, UTC);
                    return shown.equals(bench.token.press(0).display());
                },
                false,
                true);
    }

    @Test
    void withAClockPerProfileInfoShowsTheLastSet() {
        var bench = bench(USUAL.with(Assumption.CLOCK_PER_PROFILE, true));
        bench.host.time(1, UTC + 30);
        assertThat(bench.host.utc()).isEqualTo(UTC + 30);
        assertThat(bench.host.block(0)).contains("%08x".formatted(UTC));
        assertThat(bench.host.block(1)).contains("%08x".formatted(UTC + 30));
    }

    @Test
    void seedOverwrites() {
        assertSwitches(Assumption.SEED_OVERWRITES, bench -> bench.host.seed(0, "another"), "6985", "9000");
    }

    @Test
    void deleteNeedsSeed() {
        assertSwitches(Assumption.DELETE_NEEDS_SEED, bench -> bench.host.delete(1), "9000", "6a83");
    }

    @Test
    void deleteForgetsTitle() {
        assertSwitches(
                Assumption.DELETE_FORGETS_TITLE,
                bench -> {
                    bench.host.delete(0);
                    return bench.token.state().profiles().size();
                },
                1,
                0);
    }

    @Test
    void successRestoresTries() {
        assertSwitches(
                Assumption.SUCCESS_RESTORES_TRIES,
                bench -> {
                    bench.host.send("804b080000");
                    bench.host.answer(new byte[16]);
                    bench.host.authenticate();
                    return bench.token.state().triesLeft();
                },
                9,
                10);
    }

    @Test
    void triesInLowHalf() {
        assertSwitches(Assumption.TRIES_IN_LOW_HALF, AssumptionTest::answerWrongly, "6309", "63c9");
        assertThat(answerWrongly(bench(USUAL.withTries(200)))).isEqualTo("63c7");
        assertThat(answerWrongly(bench(USUAL.withTries(200).with(Assumption.TRIES_IN_LOW_HALF, true))))
                .isEqualTo("63cf");
    }

    private static String answerWrongly(Bench bench) {
        bench.host.send("804b080000");
        return bench.host.answer(new byte[16]);
    }

    @Test
    void wrongMacEndsAuthentication() {
        assertSwitches(
                Assumption.WRONG_MAC_ENDS_AUTHENTICATION,
                bench -> {
                    bench.host.send("84c501050401020304");
                    return bench.host.seed(1, SEED);
                },
                "9000",
                "6983");
    }

    @Test
    void newKeyEndsAuthentication() {
        assertSwitches(
                Assumption.NEW_KEY_ENDS_AUTHENTICATION,
                bench -> {
                    bench.host.customerKey(Host.sm4Key("another"));
                    bench.token.pressUpArrow();
                    bench.host.use(Host.sm4Key("another"));
                    return bench.host.seed(1, SEED);
                },
                "9000",
                "6983");
    }

    @Test
    void waitsThroughCommands() {
        assertSwitches(
                Assumption.WAITS_THROUGH_COMMANDS,
                bench -> {
                    bench.host.send("8056000000");
                    bench.host.info();
                    return bench.token.state().waitingFor();
                },
                WaitingFor.NOTHING,
                WaitingFor.FACTORY_RESET);
    }

    @Test
    void waitsWithoutPower() {
        assertSwitches(
                Assumption.WAITS_WITHOUT_POWER,
                bench -> {
                    bench.host.send("8056000000");
                    bench.token.powerOff();
                    return bench.token.state().waitingFor();
                },
                WaitingFor.NOTHING,
                WaitingFor.FACTORY_RESET);
    }

    @Test
    void factoryResetRestoresTries() {
        assertSwitches(
                Assumption.FACTORY_RESET_RESTORES_TRIES,
                bench -> {
                    bench.host.send("804b080000");
                    bench.host.answer(new byte[16]);
                    bench.host.send("8056000000");
                    bench.token.pressUpArrow();
                    return bench.token.state().triesLeft();
                },
                9,
                10);
    }

    @Test
    void factoryResetDropsLink() {
        assertSwitches(
                Assumption.FACTORY_RESET_DROPS_LINK,
                bench -> {
                    bench.host.send("8056000000");
                    bench.token.pressUpArrow();
                    return answers(bench);
                },
                true,
                false);
    }

    private static boolean answers(Bench bench) {
        try {
            return !bench.host.info().isEmpty();
        } catch (PowerLost e) {
            return false;
        }
    }

    @Test
    void badConfigChangesTimeout() {
        assertSwitches(
                Assumption.BAD_CONFIG_CHANGES_TIMEOUT,
                bench -> {
                    bench.host.order(0xD4, 1, 0, new byte[] {(byte) 0x81, 3, 0x1F, 1, 3});
                    bench.token.press(0);
                    realTime.turn(Duration.ofSeconds(100));
                    return bench.token.display().blank();
                },
                true,
                false);
    }

    @Test
    void configChecksValues() {
        for (var values : new String[] {"04 01 06 1e", "01 03 06 1e", "01 01 07 1e", "01 01 06 00"}) {
            var value = values.split(" ", -1);
            assertSwitches(
                    Assumption.CONFIG_CHECKS_VALUES,
                    bench -> bench.host.config(1, UTC, value[0], value[1], value[2], value[3]),
                    "9000",
                    "6a80");
        }
    }

    @Test
    void triesAreAsManyAsSaid() {
        var bench = bench(USUAL.withTries(3));
        bench.host.send("804b080000");
        assertThat(bench.host.answer(new byte[16])).isEqualTo("6302");
    }

    @Test
    void aTitleMayFillItsBlockWhereThatIsAssumed() {
        var bench = bench(USUAL.withLongestTitle(16));
        assertThat(bench.host.encrypted(0xD5, 0, 0, "abcdefghijklmnop".getBytes(US_ASCII)))
                .isEqualTo("9000");
        assertThat(bench.token.state().profiles().getFirst().title()).isEqualTo("abcdefghijklmnop");
    }

    @Test
    void theTokenWaitsAsLongAsSaid() {
        var bench = bench(USUAL.withConfirmation(Duration.ofSeconds(5)));
        bench.host.send("8056000000");
        realTime.turn(Duration.ofSeconds(5));
        assertThat(bench.token.state().waitingFor()).isEqualTo(WaitingFor.NOTHING);
    }

    @Test
    void refusesNumbersNoTokenHas() {
        assertThatThrownBy(() -> USUAL.withTries(0)).hasMessage("tries 0 is not between 1 and 255");
        assertThatThrownBy(() -> USUAL.withLongestTitle(17)).hasMessage("longestTitle 17 is not between 12 and 16");
        assertThatThrownBy(() -> USUAL.withConfirmation(Duration.ZERO)).hasMessage("a token cannot wait for PT0S");
    }
}
