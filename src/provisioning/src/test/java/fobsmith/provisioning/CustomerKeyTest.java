package fobsmith.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.devices.DeviceException;
import fobsmith.devices.TokenCredential;
import fobsmith.registry.AuditRecord;
import fobsmith.registry.SerialNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerKeyTest {
    private static final SerialNumber FIRST = Bench.FIRST;
    private static final int AUTHENTICATE = 0xce;
    private static final String OWN_KEY = "a key of our own crate";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder, Optional.empty());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theFactorysCustomerKeyIsChanged() {
        bench.provision(Bench.ORDER);
        var physical = bench.physical();
        assertThat(bench.registry().tokenCredentials().current(physical)).isPresent();
        assertThat(bench.registry().tokenCredentials().next(physical)).isEmpty();
        try (var session = bench.session();
                var factory = session.factoryCredential().orElseThrow()) {
            assertThatThrownBy(() -> session.unlock(factory)).isInstanceOf(DeviceException.WrongCredential.class);
        }
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
    void aForeignCustomerKeyIsTriedOnceARunAndNeverToTheLast(@TempDir Path elsewhere) {
        try (var foreign = new Bench(elsewhere, Optional.of("a key of somebody else"))) {
            for (int left = 9; left >= 3; left--) {
                assertThatThrownBy(() -> foreign.provision(Bench.ORDER, Optional.of(OWN_KEY)))
                        .isInstanceOf(DeviceException.WrongCredential.class);
                assertThat(foreign.twin.state().triesLeft()).isEqualTo(left);
                assertThat(foreign.physical().triesLeft()).isEqualTo(left);
            }
            assertThatThrownBy(() -> foreign.provision(Bench.ORDER, Optional.of(OWN_KEY)))
                    .isInstanceOf(ProvisioningException.FewTriesLeft.class)
                    .hasMessageContaining("left: 3; the last 3 are not");
            assertThat(foreign.twin.state().triesLeft()).isEqualTo(3);
            assertThat(foreign.state()).isEmpty();
        }
    }

    @Test
    void theFactorysKeyIsTriedOnceAndAfterThatOnlyWhereItIsEntered(@TempDir Path elsewhere) {
        try (var foreign = new Bench(elsewhere, Optional.of("a key of somebody else"))) {
            assertThatThrownBy(() -> foreign.provision(Bench.ORDER))
                    .isInstanceOf(DeviceException.WrongCredential.class);
            assertThatThrownBy(() -> foreign.provision(Bench.ORDER))
                    .isInstanceOf(ProvisioningException.CredentialUnknown.class);
            assertThat(foreign.twin.state().triesLeft()).isEqualTo(9);
        }
    }

    @Test
    void anEnteredCustomerKeyIsUsedAndKept(@TempDir Path elsewhere) {
        try (var ours = new Bench(elsewhere, Optional.of(OWN_KEY))) {
            ours.provision(Bench.ORDER, Optional.of(OWN_KEY));
            ours.provision(Bench.ORDER.intoSlot(1));
            assertThat(ours.hands.presses).isZero();
            assertThat(ours.registry().tokenCredentials().current(ours.physical()))
                    .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.US_ASCII))
                            .isEqualTo(OWN_KEY));
        }
    }

    @Test
    void theEnteredKeyStaysItsOwners(@TempDir Path elsewhere) {
        try (var ours = new Bench(elsewhere, Optional.of(OWN_KEY));
                var entered = TokenCredential.adopt(OWN_KEY.getBytes(StandardCharsets.US_ASCII))) {
            ours.provision(Bench.ORDER, EnteredCredential.of(entered));
            int length = entered.use(bytes -> bytes.length);
            assertThat(length).isEqualTo(OWN_KEY.length());
        }
    }

    @Test
    void afterAFactoryResetTheFactorysKeyIsEnteredAndChangedAgain() {
        bench.provision(Bench.ORDER);
        bench.twin.exchange(new byte[] {(byte) 0x80, 0x56, 0, 0, 0});
        bench.twin.pressUpArrow();
        assertThatThrownBy(() -> bench.provision(Bench.ORDER.overwriting()))
                .isInstanceOf(DeviceException.WrongCredential.class);
        bench.hands.presses = 0;
        bench.provision(Bench.ORDER.overwriting(), Optional.of("TOKEN2MOLTO1-KEY"));
        assertThat(bench.hands.presses).isOne();
        bench.provision(Bench.ORDER.intoSlot(1));
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }

    @Test
    void theLastTriesAreSpentOnlyWhenSomebodyAllowsItAndThatIsAudited(@TempDir Path elsewhere) {
        try (var ours = new Bench(elsewhere, Optional.of(OWN_KEY))) {
            ours.registry().physicalTokens().noteTriesLeft(ours.physical(), 3);
            assertThatThrownBy(() -> ours.provision(Bench.ORDER, Optional.of(OWN_KEY)))
                    .isInstanceOf(ProvisioningException.FewTriesLeft.class);
            try (var entered = TokenCredential.adopt(OWN_KEY.getBytes(StandardCharsets.US_ASCII))) {
                ours.provision(Bench.ORDER, new EnteredCredential(Optional.of(entered), true));
            }
            assertThat(ours.registry().audit().newest(20))
                    .extracting(AuditRecord::action)
                    .contains("allow-tries");
        }
    }

    @Test
    void aTryIsBookedBeforeItsAnswerIsHeard(@TempDir Path elsewhere) {
        try (var foreign = new Bench(elsewhere, Optional.of("a key of somebody else"))) {
            foreign.registry().physicalTokens().noteTriesLeft(foreign.physical(), 5);
            foreign.pullThePlugAfter(AUTHENTICATE);
            assertThatThrownBy(() -> foreign.provision(Bench.ORDER, Optional.of(OWN_KEY)))
                    .isInstanceOf(DeviceException.LinkLost.class);
            assertThat(foreign.physical().triesLeft()).isEqualTo(4);
        }
    }

    @Test
    void theButtonMayBePressedAfterTheStationGaveUp() {
        bench.provisionInVain(hands -> hands.pressesWhenAsked = false);
        bench.twin.pressUpArrow();
        bench.hands.presses = 0;
        bench.provision(Bench.ORDER);
        assertThat(bench.hands.presses).as("the token has its new key already").isZero();
        assertThat(bench.agree(FIRST, 0)).isTrue();
    }
}
