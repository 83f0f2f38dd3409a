package fobsmith.oath;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpVerifierTest {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;
    private static final Duration STEP = PROFILE.timeStep();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:15Z");

    private final OtpVerifier verifier = new OtpVerifier();
    private final Seed seed = Seed.adopt("12345678901234567890".getBytes(US_ASCII));

    @AfterEach
    void wipe() {
        seed.close();
    }

    @ParameterizedTest
    @CsvSource({"-3,false", "-2,true", "-1,true", "0,true", "1,true", "2,false"})
    void signInTakesTwoStepsBackAndOneAhead(int steps, boolean accepted) {
        var verification = signIn(clock(0, Duration.ZERO), steps);
        assertThat(verification instanceof Verification.Accepted).isEqualTo(accepted);
    }

    @Test
    void signInWidensByTwentyPpmOfTheTimeSinceTheLastCode() {
        // 20 ppm of 9 days are 15.6 s: from the middle of a step that reaches the next one on either side.
        assertThat(signIn(clock(0, Duration.ofDays(9)), 2)).isInstanceOf(Verification.Accepted.class);
        assertThat(signIn(clock(0, Duration.ofDays(9)), -3)).isInstanceOf(Verification.Accepted.class);
        assertThat(signIn(clock(0, Duration.ofDays(8)), 2)).isInstanceOf(Verification.NoMatch.class);
    }

    @Test
    void signInNeverWidensByMoreThanTwoSteps() {
        var ancient = clock(0, Duration.ofDays(10_000));
        assertThat(signIn(ancient, 3)).isInstanceOf(Verification.Accepted.class);
        assertThat(signIn(ancient, 4)).isInstanceOf(Verification.NoMatch.class);
        assertThat(signIn(ancient, -4)).isInstanceOf(Verification.Accepted.class);
        assertThat(signIn(ancient, -5)).isInstanceOf(Verification.NoMatch.class);
    }

    @Test
    void signInFollowsTheDriftItKnows() {
        assertThat(signIn(clock(450_000, Duration.ZERO), 15)).isInstanceOf(Verification.Accepted.class);
        assertThat(signIn(clock(450_000, Duration.ZERO), 0)).isInstanceOf(Verification.NoMatch.class);
    }

    @Test
    void signInConsumesItsStepAndAllBeforeIt() {
        var accepted = accepted(signIn(clock(0, Duration.ZERO), 0));
        assertThat(accepted.step()).isEqualTo(PROFILE.stepAt(NOW));
        assertThat(accepted.nextStep()).isEqualTo(PROFILE.stepAt(NOW) + 1);
        var afterwards = new TokenClock(accepted.nextStep(), 0, NOW, NOW);
        assertThat(signIn(afterwards, 0)).isInstanceOf(Verification.Consumed.class);
        assertThat(signIn(afterwards, -1)).isInstanceOf(Verification.Consumed.class);
        assertThat(signIn(afterwards, 1)).isInstanceOf(Verification.Accepted.class);
    }

    @Test
    void signInMovesTheDriftToTheNearestEdgeOrNotAtAll() {
        assertThat(accepted(signIn(clock(0, Duration.ZERO), 0)).driftMillis()).isZero();
        // The next step's code, 15 s before it begins: the token is at least 15 s fast.
        assertThat(accepted(signIn(clock(0, Duration.ZERO), 1)).driftMillis()).isEqualTo(15_000);
        // A code two steps old: read up to 30 s ago, so the token is at least 15 s slow.
        assertThat(accepted(signIn(clock(0, Duration.ZERO), -2)).driftMillis()).isEqualTo(-15_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -7, 0, 1, 15, 20})
    void aPairTeachesTheMiddleOfTheSecondCodesInterval(int steps) {
        var accepted = accepted(pair(clock(0, Duration.ZERO), steps - 1, steps));
        assertThat(accepted.step()).isEqualTo(PROFILE.stepAt(NOW) + steps);
        assertThat(accepted.nextStep()).isEqualTo(accepted.step() + 1);
        assertThat(accepted.driftMillis()).isEqualTo(steps * 30_000L + 15_000);
    }

    @Test
    void aPairReachesTwentyStepsAndTwentyFivePpm() {
        assertThat(pair(clock(0, Duration.ZERO), 20, 21)).isInstanceOf(Verification.NoMatch.class);
        // 25 ppm of 100 days are 216 s: 8 steps more.
        assertThat(pair(clock(0, Duration.ofDays(100)), 27, 28)).isInstanceOf(Verification.Accepted.class);
        assertThat(pair(clock(0, Duration.ofDays(100)), 28, 29)).isInstanceOf(Verification.NoMatch.class);
    }

    @Test
    void aPairReachesADayOfStepsForStockOfUnknownAgeOnly() {
        assertThat(pair(TokenClock.unknown(), 2_879, 2_880)).isInstanceOf(Verification.Accepted.class);
        assertThat(pair(TokenClock.unknown(), -2_881, -2_880)).isInstanceOf(Verification.Accepted.class);
        assertThat(pair(TokenClock.unknown(), 2_880, 2_881)).isInstanceOf(Verification.NoMatch.class);
        assertThat(pair(TokenClock.setAt(NOW), 2_879, 2_880)).isInstanceOf(Verification.NoMatch.class);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "0,2", "-1,1"})
    void aPairMustBeStrictlyConsecutiveOlderFirst(int first, int second) {
        assertThat(pair(clock(0, Duration.ZERO), first, second)).isInstanceOf(Verification.NoMatch.class);
    }

    @Test
    void aPairOfWhichOneCodeWasConsumedIsRefused() {
        long step = PROFILE.stepAt(NOW);
        assertThat(pair(new TokenClock(step + 1, 0, NOW, NOW), 0, 1)).isInstanceOf(Verification.Consumed.class);
        assertThat(pair(new TokenClock(step, 0, NOW, NOW), 0, 1)).isInstanceOf(Verification.Accepted.class);
    }

    @Test
    void codesSentLateAreTakenAndTeachAWrongDriftThatTheNextSignInShows() {
        var late = accepted(pair(TokenClock.setAt(NOW), -11, -10));
        var clock = new TokenClock(late.nextStep(), late.driftMillis(), NOW, NOW);
        assertThat(late.suspect()).isTrue();
        assertThat(signIn(clock, 1)).isInstanceOf(Verification.NoMatch.class);
        var mended = accepted(pair(clock, 0, 1));
        var afterwards = new TokenClock(mended.nextStep(), mended.driftMillis(), NOW, NOW);
        assertThat(signIn(afterwards, 2)).isInstanceOf(Verification.Accepted.class);
    }

    @Test
    void aClockIsSuspectOnlyBeyondWhatItsAgeExplains() {
        assertThat(accepted(pair(clock(0, Duration.ZERO), -1, 0)).suspect()).isFalse();
        assertThat(accepted(pair(clock(0, Duration.ZERO), 1, 2)).suspect()).isTrue();
        assertThat(accepted(pair(clock(0, Duration.ofDays(100)), 5, 6)).suspect())
                .isFalse();
        // Stock of unknown age may have drifted for as long as its battery lasts: 53 minutes.
        assertThat(accepted(pair(TokenClock.unknown(), 99, 100)).suspect()).isFalse();
        assertThat(accepted(pair(TokenClock.unknown(), 109, 110)).suspect()).isTrue();
    }

    private Verification signIn(TokenClock clock, int stepsAway) {
        return verifier.signIn(seed, PROFILE, clock, code(stepsAway), NOW);
    }

    private Verification pair(TokenClock clock, int first, int second) {
        return verifier.pair(seed, PROFILE, clock, code(first), code(second), NOW);
    }

    private OneTimePassword code(int stepsAway) {
        return Codes.code(seed, PROFILE, NOW.plus(STEP.multipliedBy(stepsAway)));
    }

    private static TokenClock clock(long driftMillis, Duration age) {
        return new TokenClock(0, driftMillis, NOW.minus(age), NOW.minus(age));
    }

    private static Verification.Accepted accepted(Verification verification) {
        return assertInstanceOf(Verification.Accepted.class, verification);
    }
}
