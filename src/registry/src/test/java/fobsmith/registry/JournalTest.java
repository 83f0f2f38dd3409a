package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Codes;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final OtpProfile.Totp PROFILE = OtpProfile.Totp.STANDARD;
    private static final SerialNumber SERIAL = SerialNumber.parse("86596220000001");

    @TempDir
    Path folder;

    private TestRegistry rig;
    private Journal journal;
    private PhysicalToken physical;
    private final Seed seed = Seed.adopt("a seed for one profile".getBytes(StandardCharsets.US_ASCII));

    @BeforeEach
    void open() {
        rig = new TestRegistry(folder);
        journal = rig.registry.journal();
        physical = rig.registry.physicalTokens().remember("Token2", "Molto2", "86596220000001");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Attempt seal() {
        return journal.seal(
                rig.console, physical, 0, SERIAL, PROFILE, rig.registry.tokens().find(SERIAL), seed);
    }

    private Attempt write() {
        return journal.writing(rig.console, seal());
    }

    private Attempt writeAndSetClock() {
        return journal.clockSet(rig.console, write(), 400);
    }

    private CodePair codes(Seed of) {
        long step = PROFILE.stepAt(rig.clock.instant());
        return new CodePair(Codes.code(of, PROFILE, step - 1), Codes.code(of, PROFILE, step));
    }

    private Token prove() {
        var attempt = writeAndSetClock();
        var outcome = (CodeOutcome.Accepted) journal.prove(rig.console, attempt, codes(seed));
        return outcome.token();
    }

    private TokenState state() {
        return rig.registry.tokens().get(SERIAL).state();
    }

    @Test
    void aSealedAttemptLeavesNoRow() {
        var attempt = seal();
        assertThat(attempt.stage()).isEqualTo(Attempt.Stage.SEALED);
        assertThat(rig.registry.tokens().find(SERIAL)).isEmpty();
        journal.abandon(rig.console, attempt, "given up");
        assertThat(rig.registry.tokens().find(SERIAL)).isEmpty();
        assertThat(journal.history(SERIAL)).singleElement().satisfies(ended -> {
            assertThat(ended.stage()).isEqualTo(Attempt.Stage.VOID);
            assertThat(ended.reason()).isEqualTo("given up");
        });
    }

    @Test
    void aTokenBeingWrittenHasARowThatNobodyCanUse() {
        write();
        assertThat(state()).isEqualTo(TokenState.WRITING);
        var bob = rig.user("bob");
        assertThatThrownBy(() -> rig.registry.typedCodes().enable(rig.console, bob, SERIAL, codes(seed)))
                .isInstanceOf(RegistryRefusal.WrongState.class);
        assertThatThrownBy(() -> rig.registry.typedCodes().check(rig.console, SERIAL, codes(seed)))
                .isInstanceOf(RegistryRefusal.WrongState.class);
    }

    @Test
    void rightCodesProveTheTokenAndAreConsumed() {
        var token = prove();
        assertThat(token.state()).isEqualTo(TokenState.PROVEN);
        assertThat(token.seedVersion()).isOne();
        assertThat(token.manufacturer()).isEqualTo("Token2");
        assertThat(journal.findOpen(SERIAL)).isEmpty();
        assertThat(rig.registry.tokens().lessons(token))
                .extracting(DriftLesson::taughtBy)
                .containsExactly("prove");
        var outcome = rig.registry.typedCodes().check(rig.console, SERIAL, codes(seed));
        assertThat(outcome).isEqualTo(new CodeOutcome.Refused(CodeOutcome.Reason.CONSUMED));
    }

    @Test
    void aProvenTokenCanBeEnabledAndSignsIn() {
        prove();
        rig.clock.turn(Duration.ofMinutes(1));
        var bob = rig.user("bob");
        assertThat(rig.registry.typedCodes().enable(rig.console, bob, SERIAL, codes(seed)))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    @Test
    void wrongCodesProveNothing() {
        var attempt = writeAndSetClock();
        try (var other = Seed.random(20, new SecureRandom())) {
            assertThat(journal.prove(rig.console, attempt, codes(other)))
                    .isEqualTo(new CodeOutcome.Refused(CodeOutcome.Reason.WRONG));
        }
        assertThat(state()).isEqualTo(TokenState.WRITING);
        assertThat(journal.prove(rig.console, attempt, codes(seed))).isInstanceOf(CodeOutcome.Accepted.class);
    }

    @Test
    void aSealedAttemptCannotBeProven() {
        var attempt = seal();
        assertThatThrownBy(() -> journal.prove(rig.console, attempt, codes(seed)))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
    }

    @Test
    void aTokenWhoseClockWasNotSetIsNotProven() {
        var attempt = write();
        assertThatThrownBy(() -> journal.prove(rig.console, attempt, codes(seed)))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
        assertThat(state()).isEqualTo(TokenState.WRITING);
    }

    @Test
    void aRowThatAppearsWhileTheTokenWaitsIsNotWrittenOver() {
        var attempt = seal();
        var stock = rig.registry.stock();
        var imported = stock.seal(new SerialNumber.Hardware(SERIAL.value()), "ACME", "F1", PROFILE, seed);
        stock.importAll(rig.console, "file", List.of(imported));
        assertThatThrownBy(() -> journal.writing(rig.console, attempt))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
        assertThat(state()).isEqualTo(TokenState.IMPORTED);
    }

    @Test
    void aRowThatChangedSinceItWasLookedAtIsNotWrittenOver() {
        var stock = rig.registry.stock();
        var imported = stock.seal(new SerialNumber.Hardware(SERIAL.value()), "ACME", "F1", PROFILE, seed);
        stock.importAll(rig.console, "file", List.of(imported));
        assertThatThrownBy(() -> journal.seal(rig.console, physical, 0, SERIAL, PROFILE, Optional.empty(), seed))
                .isInstanceOf(RegistryRefusal.WrongState.class);
        assertThat(journal.history(SERIAL)).isEmpty();
    }

    @Test
    void anotherModelWithTheSameSerialKeepsItsRow() {
        prove();
        var twin = rig.registry.physicalTokens().remember("ACME", "Other", "86596220000001");
        var attempt = journal.seal(
                rig.console, twin, 0, SERIAL, PROFILE, rig.registry.tokens().find(SERIAL), seed);
        assertThatThrownBy(() -> journal.writing(rig.console, attempt))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
        assertThat(state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void anImportedRowTakesTheModelOfTheTokenThatIsWritten() {
        var stock = rig.registry.stock();
        var imported = stock.seal(new SerialNumber.Hardware(SERIAL.value()), "ACME", "F1", PROFILE, seed);
        stock.importAll(rig.console, "file", List.of(imported));
        assertThat(prove().model()).isEqualTo("Molto2");
    }

    @Test
    void anAbandonedTokenIsVoidAndMayBeWrittenAgain() throws Exception {
        var attempt = write();
        journal.abandon(rig.console, attempt, "the plug was pulled");
        assertThat(state()).isEqualTo(TokenState.VOID);
        assertThatThrownBy(() -> journal.prove(rig.console, attempt, codes(seed)))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
        journal.abandon(rig.console, attempt, "once more");
        assertThat(journal.history(SERIAL)).extracting(Attempt::reason).containsExactly("the plug was pulled");
        assertThat(prove().seedVersion()).isOne();
    }

    @Test
    void twoStationsDoNotWriteOneTokenAtOnce() {
        var attempt = seal();
        assertThatThrownBy(this::seal)
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class)
                .hasMessageContaining("has not ended");
        journal.writing(rig.console, attempt);
        assertThatThrownBy(() -> journal.writing(rig.console, attempt))
                .isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
    }

    @Test
    void aTokenSomebodyHasIsNotWritten() {
        prove();
        rig.clock.turn(Duration.ofMinutes(1));
        var sealed = seal();
        rig.registry.typedCodes().enable(rig.console, rig.user("bob"), SERIAL, codes(seed));
        assertThatThrownBy(() -> journal.writing(rig.console, sealed)).isInstanceOf(RegistryRefusal.WrongState.class);
        assertThat(state()).isEqualTo(TokenState.ENABLED);
        journal.abandon(rig.console, sealed, "taken");
        assertThat(state()).isEqualTo(TokenState.ENABLED);
        assertThatThrownBy(this::seal).hasMessageContaining("is enabled; only stock that nobody has");
    }

    @Test
    void aNewSeedBeginsANewHistory() {
        prove();
        try (var second = Seed.random(20, new SecureRandom())) {
            var attempt = journal.writing(
                    rig.console,
                    journal.seal(
                            rig.console,
                            physical,
                            0,
                            SERIAL,
                            PROFILE,
                            rig.registry.tokens().find(SERIAL),
                            second));
            // The same step as the first seed's proof.
            assertThat(journal.prove(rig.console, journal.clockSet(rig.console, attempt, 0), codes(second)))
                    .isInstanceOf(CodeOutcome.Accepted.class);
            assertThat(rig.registry.tokens().get(SERIAL).seedVersion()).isEqualTo(2);
            assertThat(rig.registry.tokens().lessons(rig.registry.tokens().get(SERIAL)))
                    .hasSize(2);
        }
    }

    @Test
    void aVendorsFileDoesNotTouchATokenBeingWritten() {
        write();
        var stock = rig.registry.stock();
        var other = stock.seal(new SerialNumber.Hardware(SERIAL.value()), "ACME", "F1", PROFILE, seed);
        assertThatThrownBy(() -> stock.importAll(rig.console, "file", List.of(other)))
                .isInstanceOf(RegistryRefusal.WrongState.class);
    }

    @Test
    void whatIsDoneIsAudited() {
        prove();
        assertThat(rig.registry.audit().newest(4))
                .extracting(AuditRecord::action)
                .containsExactly("prove", "set-clock", "write-seed", "seal-seed");
        assertThat(rig.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
    }

    /** The journal, another process's: what it holds was durable. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherProcessFindsWhatWasBrokenOff(boolean begun) {
        var attempt = begun ? write() : seal();
        try (var other = rig.openAgain()) {
            assertThat(other.journal().open(physical)).containsExactly(attempt);
            other.journal().abandon(rig.console, attempt, "broken off");
        }
        assertThat(journal.open(physical)).isEmpty();
        assertThat(rig.registry.tokens().find(SERIAL).map(Token::state).orElse(TokenState.VOID))
                .isEqualTo(TokenState.VOID);
    }
}
