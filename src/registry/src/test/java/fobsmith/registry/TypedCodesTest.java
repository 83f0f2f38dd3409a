package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedCodesTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private TestRegistry rig;
    private TypedCodes codes;
    private User bob;
    private Actor asBob;
    private SerialNumber fob;

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder);
        codes = rig.registry.typedCodes();
        bob = rig.user("bob");
        asBob = new Actor(bob.id(), "127.0.0.1");
        fob = rig.fob("GAHT00000001");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void enablesAFobForAUserAndConsumesBothCodes() {
        assertAccepted(codes.enable(rig.console, bob, fob, rig.pair(fob, -1)));
        var token = rig.registry.tokens().get(fob);
        assertThat(token.state()).isEqualTo(TokenState.ENABLED);
        assertThat(token.ownerId()).isEqualTo(bob.id());
        assertRefused(codes.signIn(asBob, bob, fob, rig.display(fob, 0)), CodeOutcome.Reason.CONSUMED);
        rig.clock.turn(STEP);
        assertAccepted(codes.signIn(asBob, bob, fob, rig.display(fob, 0)));
    }

    @Test
    void acceptsACodeOnceOnly() {
        enable();
        var code = rig.display(fob, 0);
        assertAccepted(codes.signIn(asBob, bob, fob, code));
        assertRefused(codes.signIn(asBob, bob, fob, code), CodeOutcome.Reason.CONSUMED);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "0,2"})
    void enablesWithNothingButTwoCodesInARow(int first, int second) {
        var pair = new CodePair(rig.display(fob, first), rig.display(fob, second));
        assertRefused(codes.enable(rig.console, bob, fob, pair), CodeOutcome.Reason.WRONG);
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void followsAFobWhoseClockRunsAwayOnceItIsResynchronised() {
        enable();
        assertRefused(codes.signIn(asBob, bob, fob, rig.display(fob, 15)), CodeOutcome.Reason.WRONG);
        assertAccepted(codes.resync(asBob, bob, fob, rig.pair(fob, 15)));
        rig.clock.turn(STEP.multipliedBy(2));
        assertAccepted(codes.signIn(asBob, bob, fob, rig.display(fob, 15)));
        assertThat(rig.registry.tokens().lessons(rig.registry.tokens().get(fob)))
                .extracting(DriftLesson::taughtBy)
                .startsWith("resync", "enable");
    }

    @Test
    void remembersTheClockThroughDeactivationAndTheNextOwner() {
        assertAccepted(codes.enable(rig.console, bob, fob, rig.pair(fob, 14)));
        long drift = rig.registry.tokens().get(fob).clock().driftMillis();
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.RETURNED);
        assertThat(rig.registry.tokens().get(fob).clock().driftMillis()).isEqualTo(drift);
        assertRefused(codes.check(rig.console, fob, rig.pair(fob, 14)), CodeOutcome.Reason.CONSUMED);
    }

    @Test
    void refusesAReturnedFobUntilTwoCodesHaveProvenIt() {
        enable();
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        assertThatThrownBy(() -> codes.enable(rig.console, bob, fob, rig.pair(fob, 1)))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("is returned");
        assertAccepted(codes.check(rig.console, fob, rig.pair(fob, 1)));
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.PROVEN);
        rig.clock.turn(STEP.multipliedBy(3));
        assertAccepted(codes.enable(rig.console, bob, fob, rig.pair(fob, 0)));
    }

    @Test
    void checkingAnEnabledFobLeavesItEnabled() {
        enable();
        assertAccepted(codes.check(rig.console, fob, rig.pair(fob, 0)));
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void aDeviceOfSomebodyElseIsUnknown() {
        enable();
        var eve = rig.user("eve");
        assertThatThrownBy(() -> codes.signIn(new Actor(eve.id(), "x"), eve, fob, rig.display(fob, 0)))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
        assertThatThrownBy(() -> codes.enable(rig.console, eve, fob, rig.pair(fob, 0)))
                .isInstanceOf(RegistryRefusal.WrongState.class);
    }

    @Test
    void refusesProfilesThatIamDoesNotKnow() {
        var eight = rig.fob("EIGHT-DIGITS", new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60)));
        var counter = rig.fob("EVENT-BASED", new OtpProfile.Hotp(HmacAlgorithm.SHA1, 6));
        assertThatThrownBy(() -> codes.enable(rig.console, bob, eight, rig.pair(fob, 0)))
                .hasMessage("token EIGHT-DIGITS shows TOTP with SHA256, 8 digits and 60 s;"
                        + " IAM takes TOTP with SHA1, 6 digits and 30 s only");
        assertThatThrownBy(() -> codes.enable(rig.console, bob, counter, rig.pair(fob, 0)))
                .hasMessageContaining("it counts events");
    }

    @Test
    void aUserHasEightDevicesAtMost() {
        for (int i = 0; i < 8; i++) {
            var device = rig.fob("GAHT1000000" + i);
            assertAccepted(codes.enable(rig.console, bob, device, rig.pair(device, 0)));
        }
        assertThatThrownBy(() -> codes.enable(rig.console, bob, fob, rig.pair(fob, 0)))
                .isInstanceOf(RegistryRefusal.QuotaExceeded.class);
    }

    @Test
    void pausesFromTheSixthWrongCodeOnAndAnswersARightCodeLikeAWrongOne() {
        enable();
        for (int i = 0; i < 6; i++) {
            assertRefused(codes.signIn(asBob, bob, fob, wrong()), CodeOutcome.Reason.WRONG);
        }
        assertRefused(codes.signIn(asBob, bob, fob, rig.display(fob, 0)), CodeOutcome.Reason.PAUSED);
        rig.clock.turn(Duration.ofSeconds(29));
        assertRefused(codes.signIn(asBob, bob, fob, rig.display(fob, 0)), CodeOutcome.Reason.PAUSED);
        rig.clock.turn(Duration.ofSeconds(1));
        assertAccepted(codes.signIn(asBob, bob, fob, rig.display(fob, 0)));
        assertThat(rig.registry.tokens().get(fob).failures()).isZero();
    }

    @Test
    void doublesThePauseUpToAnHour() {
        enable();
        for (int i = 0; i < 5; i++) {
            codes.signIn(asBob, bob, fob, wrong());
        }
        for (long seconds : new long[] {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
            assertRefused(codes.signIn(asBob, bob, fob, wrong()), CodeOutcome.Reason.WRONG);
            assertThat(rig.registry.tokens().get(fob).pauseUntil())
                    .isEqualTo(rig.clock.instant().plusSeconds(seconds));
            rig.clock.turn(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void unlockEndsThePause() {
        enable();
        IntStream.range(0, 6).forEach(_ -> codes.signIn(asBob, bob, fob, wrong()));
        rig.registry.tokens().unlock(rig.console, fob);
        assertAccepted(codes.signIn(asBob, bob, fob, rig.display(fob, 0)));
    }

    @Test
    void theNextOwnerDoesNotInheritThePauseOfTheLast() {
        enable();
        IntStream.range(0, 6).forEach(_ -> codes.signIn(asBob, bob, fob, wrong()));
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        rig.clock.turn(STEP.multipliedBy(4));
        assertAccepted(codes.check(rig.console, fob, rig.pair(fob, 0)));
        rig.clock.turn(STEP.multipliedBy(2));
        assertAccepted(codes.enable(rig.console, rig.user("carol"), fob, rig.pair(fob, 0)));
        assertThat(rig.registry.tokens().get(fob).failures()).isZero();
    }

    @Test
    void failuresOfStrangersDoNotLockOutTheOwner() {
        enable();
        var clerk = new Actor(rig.administrator.id(), "x");
        var wrongPair = new CodePair(wrong(), rig.display(fob, 0));
        for (int i = 0; i < 6; i++) {
            assertRefused(codes.resync(clerk, bob, fob, wrongPair), CodeOutcome.Reason.WRONG);
        }
        assertRefused(codes.resync(clerk, bob, fob, rig.pair(fob, 0)), CodeOutcome.Reason.PAUSED);
        assertAccepted(codes.signIn(asBob, bob, fob, rig.display(fob, 0)));
    }

    @Test
    void writesEveryAcceptedAndRefusedCodeIntoTheAuditTrail() {
        enable();
        codes.signIn(asBob, bob, fob, wrong());
        assertThat(rig.registry.audit().newest(2))
                .extracting(AuditRecord::action)
                .containsExactly("refuse-code", "enable");
        assertThat(rig.registry.audit().newest(1).getFirst().actor()).isEqualTo(bob.id());
        assertThat(rig.registry.audit().newest(2).getLast().detail()).contains(bob.id());
    }

    private void enable() {
        assertAccepted(codes.enable(rig.console, bob, fob, rig.pair(fob, -2)));
    }

    private OneTimePassword wrong() {
        var right = rig.display(fob, 0).reveal();
        return OneTimePassword.parse((right.charAt(0) == '9' ? "0" : "9") + right.substring(1));
    }

    private static void assertAccepted(CodeOutcome outcome) {
        assertThat(outcome).isInstanceOf(CodeOutcome.Accepted.class);
    }

    private static void assertRefused(CodeOutcome outcome, CodeOutcome.Reason reason) {
        assertThat(outcome).isEqualTo(new CodeOutcome.Refused(reason));
    }

    @Test
    void onlyAFirstDeviceIsEnabledWithoutACodeOfAnother() {
        var bob = rig.user("robert");
        var first = rig.fob("GAHT00000011");
        var second = rig.fob("GAHT00000012");
        var none = new Voucher.None();
        assertThat(rig.registry.typedCodes().enable(rig.console, bob, first, rig.pair(first, 0), none))
                .isInstanceOf(CodeOutcome.Accepted.class);
        assertThatThrownBy(() -> rig.registry.typedCodes().enable(rig.console, bob, second, rig.pair(second, 0), none))
                .isInstanceOf(RegistryRefusal.CodeNeeded.class);
        assertThat(rig.registry.typedCodes().enable(rig.console, bob, second, rig.pair(second, 0)))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    @Test
    void everyRefusalIsAuditedEvenOneThatLookedAtNothing() {
        var bob = rig.user("robert");
        var fob = rig.fob("GAHT00000011");
        var wrong = CodePair.parse("000000", "000000");
        for (int i = 0; i < 7; i++) {
            rig.registry.typedCodes().enable(rig.console, bob, fob, wrong);
        }
        var refusals = rig.registry.audit().newest(7);
        assertThat(refusals).allSatisfy(deed -> assertThat(deed.action()).isEqualTo("refuse-code"));
        assertThat(refusals.getFirst().detail()).contains("\"reason\":\"too many wrong codes; this token pauses\"");
        assertThat(refusals.getLast().detail()).contains("\"for\":\"enable\"", "\"user\":\"" + bob.id());
    }
}
