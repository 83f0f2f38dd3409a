package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenSession;
import fobsmith.firmware.parts.Fault;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import fobsmith.registry.Attempt;
import fobsmith.registry.AuditReport;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {
    private static final SerialNumber FIRST = Bench.FIRST;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private TokenState state() {
        return bench.state().orElseThrow();
    }

    @Test
    void aFreshTokenIsProvenAndShowsItsCodes() {
        var provisioned = bench.provision(Bench.ORDER);
        assertThat(provisioned.token().state()).isEqualTo(TokenState.PROVEN);
        assertThat(provisioned.token().serial()).isEqualTo(FIRST);
        assertThat(bench.agree(FIRST, 0)).isTrue();
        assertThat(bench.registry().audit().verify()).isInstanceOf(AuditReport.Intact.class);
    }

    @Test
    void theClockIsSetAndItsErrorRecorded() {
        bench.twin.shift(Duration.ofSeconds(-100));
        var provisioned = bench.provision(Bench.ORDER);
        assertThat(provisioned.clockWasOffMillis()).isBetween(-101_000L, -99_000L);
        assertThat(provisioned.clockErrorMillis()).isBetween(-1_000L, 1_000L);
        assertThat(bench.registry().journal().history(FIRST))
                .singleElement()
                .extracting(Attempt::clockErrorMillis)
                .isEqualTo(provisioned.clockErrorMillis());
    }

    @Test
    void aSecondProfileIsARowOfItsOwnAndNeedsNoButton() {
        bench.provision(Bench.ORDER);
        bench.hands.presses = 0;
        var second = bench.provision(Bench.ORDER.intoSlot(7));
        assertThat(second.token().serial().value()).isEqualTo(Bench.SERIAL + ":07");
        assertThat(bench.hands.presses).isZero();
        assertThat(bench.agree(second.token().serial(), 7)).isTrue();
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    @Test
    void aSeedIsNotDestroyedUnlessSomebodySaysSo() {
        bench.provision(Bench.ORDER);
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(ProvisioningException.CarriesSeed.class);
        assertThat(bench.agree(FIRST, 0)).isTrue();
        bench.provision(Bench.ORDER.overwriting());
        assertThat(bench.agree(FIRST, 0)).isTrue();
        assertThat(bench.registry().tokens().get(FIRST).seedVersion()).isEqualTo(2);
    }

    @Test
    void aSeedThatOnlyTheTokenKnowsIsNotDestroyedEither(@TempDir Path elsewhere) {
        bench.provision(Bench.ORDER);
        try (var session = bench.session()) {
            assertThatThrownBy(() -> provisionAtAnotherStation(elsewhere, session))
                    .isInstanceOf(ProvisioningException.CarriesSeed.class);
        }
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    private void provisionAtAnotherStation(Path folder, TokenSession session) {
        try (var other = new TestRegistry(folder, bench.clock)) {
            new Provisioning(other.registry, other.console, bench.clock, new SecureRandom())
                    .run(session, Bench.ORDER, EnteredCredential.none(), bench.hands);
        }
    }

    @Test
    void aTokenSomebodyHasIsNotAskedAnything() {
        bench.provision(Bench.ORDER);
        bench.clock.turn(Duration.ofMinutes(2));
        var bob = bench.station.user("bob");
        var pair = bench.hands.readCodes(FIRST, 0, Bench.ORDER.profile());
        assertThat(bench.registry().typedCodes().enable(bench.station.console, bob, FIRST, pair))
                .isInstanceOf(CodeOutcome.Accepted.class);
        assertThatThrownBy(() -> bench.provision(Bench.ORDER.overwriting()))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("is enabled; only stock that nobody has");
        assertThat(state()).isEqualTo(TokenState.ENABLED);
        bench.clock.turn(Duration.ofMinutes(2));
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    @Test
    void wrongCodesThreeTimesMakeTheTokenVoidAndItIsWrittenAgainWithoutAsking() {
        bench.hands.misreads = 3;
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(ProvisioningException.NotProven.class);
        assertThat(state()).isEqualTo(TokenState.VOID);
        bench.provision(Bench.ORDER);
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    @Test
    void codesMayBeMistypedTwice() {
        bench.hands.misreads = 2;
        assertThat(bench.provision(Bench.ORDER).token().state()).isEqualTo(TokenState.PROVEN);
        assertThat(bench.hands.said()).contains("2 times left", "1 times left");
    }

    @Test
    void anOperatorWhoGoesAwayLeavesTheTokenVoid() {
        bench.hands.isAway = true;
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(ProvisioningException.GivenUp.class);
        assertThat(state()).isEqualTo(TokenState.VOID);
    }

    @Test
    void whatTheModelCannotDoIsSaidBeforeAnythingIsDone() {
        assertThatThrownBy(() -> bench.provision(Bench.ORDER.intoSlot(100)))
                .isInstanceOf(DeviceException.Unsupported.class);
        assertThat(bench.exchanges()).as("serial number at opening").isOne();
    }

    @Test
    void aClockThatStandsStillMakesTheTokenVoid() {
        bench.twin.fault(Fault.STOPPED_CLOCK);
        bench.exchangeTakes = Duration.ofSeconds(1);
        assertThatThrownBy(() -> bench.provision(Bench.ORDER))
                .isInstanceOf(ProvisioningException.ClockNotTaken.class)
                .hasMessageContaining("s off right after it was set");
        assertThat(state()).isEqualTo(TokenState.VOID);
    }

    @Test
    void aSecondProfileSetsTheClockOfTheFirstToo() {
        bench.provision(Bench.ORDER);
        bench.twin.shift(Duration.ofSeconds(450));
        assertThat(bench.agree(FIRST, 0))
                .as("checked while it is fast, which teaches its drift")
                .isTrue();
        assertThat(bench.registry().tokens().get(FIRST).clock().driftMillis()).isGreaterThan(400_000);
        bench.provision(Bench.ORDER.intoSlot(7));
        assertThat(bench.registry().tokens().get(FIRST).clock().driftMillis()).isBetween(-2_000L, 2_000L);
        bench.clock.turn(Duration.ofMinutes(8));
        assertThat(bench.agree(FIRST, 0))
                .as("once the steps that were used up have passed")
                .isTrue();
    }

    @Test
    void aSixtySecondProfileIsProvenByItsOwnSteps() {
        var minute = new OtpProfile.Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
        var provisioned = bench.provision(new WriteOrder(0, minute, "slow", false));
        assertThat(provisioned.token().profile()).isEqualTo(minute);
    }

    @Test
    void aRegistryThatIsGoneInMidWriteLeavesAnAttemptThatRecoveryVoids() {
        bench.hands.beforeReading = () -> bench.registry().close();
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(RuntimeException.class);
        bench.hands.beforeReading = () -> {};
        bench.restart(true);
        assertThat(state()).isEqualTo(TokenState.WRITING);
        bench.recover();
        assertThat(state()).isEqualTo(TokenState.VOID);
        bench.provision(Bench.ORDER);
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    @Test
    void anAttemptThatSomebodyElseEndsIsNotProven() {
        bench.hands.beforeReading = bench::recover;
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(RegistryRefusal.AttemptElsewhere.class);
        assertThat(state()).isEqualTo(TokenState.VOID);
    }
}
