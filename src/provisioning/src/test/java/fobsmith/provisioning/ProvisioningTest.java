package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.registry.Attempt;
import fobsmith.registry.AuditReport;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningTest {
    private static final SerialNumber FIRST = SerialNumber.parse(Bench.SERIAL);

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
        return bench.registry().tokens().get(FIRST).state();
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
        bench.hands.shift(Duration.ofSeconds(-100));
        var provisioned = bench.provision(Bench.ORDER);
        assertThat(provisioned.clockWasOffMillis()).isBetween(-101_000L, -99_000L);
        assertThat(provisioned.clockErrorMillis()).isBetween(-1_000L, 1_000L);
        assertThat(bench.registry().journal().history(FIRST))
                .singleElement()
                .extracting(Attempt::clockErrorMillis)
                .isEqualTo(provisioned.clockErrorMillis());
    }

    @Test
    void theFactorysCustomerKeyIsChanged() {
        bench.provision(Bench.ORDER);
        var physical = bench.physical();
        assertThat(bench.registry().tokenCredentials().current(physical)).isPresent();
        assertThat(bench.registry().tokenCredentials().next(physical)).isEmpty();
        assertThatThrownBy(() -> bench.unlockWithFactoryKey())
                .isInstanceOf(DeviceException.WrongCredential.class);
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
    void aSeedSomebodyElseWroteIsNotDestroyedEither() {
        bench.provision(Bench.ORDER);
        bench.forgetEverything();
        bench.enteredKey = bench.lastKey;
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(ProvisioningException.CarriesSeed.class);
        assertThat(bench.registry().journal().history(FIRST)).isEmpty();
    }

    @Test
    void aTokenSomebodyHasIsNotAskedAnything() {
        bench.provision(Bench.ORDER);
        bench.clock.turn(Duration.ofMinutes(2));
        var bob = bench.station.user("bob");
        var pair = bench.hands.readCodes(FIRST, 0);
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
        assertThat(bench.hands.said).contains("2 times left", "1 times left");
    }

    @Test
    void anOperatorWhoGoesAwayLeavesTheTokenVoid() {
        bench.hands.isAway = true;
        assertThatThrownBy(() -> bench.provision(Bench.ORDER)).isInstanceOf(ProvisioningException.GivenUp.class);
        assertThat(state()).isEqualTo(TokenState.VOID);
    }

    @Test
    void withoutThePressOfTheButtonNoSeedIsWrittenAndTheNextRunGoesOn() {
        bench.hands.pressesWhenAsked = false;
        assertThatThrownBy(() -> bench.provision(Bench.ORDER))
                .isInstanceOf(ProvisioningException.CredentialNotTaken.class);
        assertThat(bench.registry().journal().history(FIRST)).isEmpty();
        assertThat(bench.registry().tokens().find(FIRST)).isEmpty();
        bench.hands.pressesWhenAsked = true;
        bench.replug();
        bench.provision(Bench.ORDER);
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    @Test
    void aTokenWithAForeignCustomerKeyIsTriedOnceARunAndNeverToTheLast() {
        bench.hands.changeCustomerKey("a key of somebody else");
        int tries = 0;
        while (true) {
            try {
                bench.replug();
                bench.provision(Bench.ORDER);
            } catch (DeviceException.WrongCredential e) {
                tries++;
                assertThat(bench.physical().triesLeft()).isEqualTo(e.triesLeft());
                continue;
            } catch (ProvisioningException.FewTriesLeft e) {
                break;
            }
        }
        assertThat(tries).isPositive();
        assertThat(bench.twinTriesLeft()).isEqualTo(3);
        assertThat(bench.registry().tokens().find(FIRST)).isEmpty();
    }

    @Test
    void anEnteredCustomerKeyIsUsedAndKept() {
        bench.hands.changeCustomerKey("a key of our own crate");
        bench.enteredKey = "a key of our own crate";
        bench.provision(Bench.ORDER);
        bench.enteredKey = "";
        bench.replug();
        bench.provision(Bench.ORDER.intoSlot(1));
        assertThat(bench.registry().tokenCredentials().current(bench.physical()))
                .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.US_ASCII))
                        .isEqualTo("a key of our own crate"));
    }

    @Test
    void whatTheModelCannotDoIsSaidBeforeAnythingIsDone() {
        assertThatThrownBy(() -> bench.provision(Bench.ORDER.intoSlot(100)))
                .isInstanceOf(DeviceException.Unsupported.class);
        assertThat(bench.twinExchanges()).isZero();
    }

    @Test
    void aClockThatDoesNotRunAsItWasSetMakesTheTokenVoid() {
        bench.hands.breakClock();
        assertThatThrownBy(() -> bench.provision(Bench.ORDER))
                .isInstanceOf(ProvisioningException.ClockNotTaken.class);
        assertThat(state()).isEqualTo(TokenState.VOID);
    }

    @Test
    void recoveringTwiceIsRecoveringOnce() {
        var seedless = bench.breakOff();
        bench.recover();
        var once = bench.rows();
        bench.recover();
        assertThat(bench.rows()).isEqualTo(once);
        assertThat(seedless.stage()).isEqualTo(Attempt.Stage.WRITING);
        assertThat(state()).isEqualTo(TokenState.VOID);
    }

    @Test
    void theEnteredKeyIsNotWipedForItsOwner() {
        bench.hands.changeCustomerKey("a key of our own crate");
        try (var entered = TokenCredential.adopt("a key of our own crate".getBytes(StandardCharsets.US_ASCII))) {
            bench.provision(Bench.ORDER, Optional.of(entered));
            int length = entered.use(bytes -> bytes.length);
            assertThat(length).isEqualTo(22);
        }
    }
}
