package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that leave the way from stock to user: lost, found again, set aside, retired. */
class WithdrawalTest extends RiggedTest {
    private TokenRegistry tokens;
    private User alice;
    private SerialNumber fob;

    @BeforeEach
    void stock() {
        tokens = rig.registry.tokens();
        alice = rig.user("alice");
        fob = rig.fob("GAHT12345678");
    }

    private Token token() {
        return tokens.get(fob);
    }

    private void enable() {
        assertThat(rig.registry.typedCodes().enable(rig.console, alice, fob, rig.pair(fob, 0)))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    @Test
    void aLostDeviceIsNobodysAndSignsNobodyIn() {
        enable();
        tokens.reportLost(rig.console, fob);
        assertThat(token().state()).isEqualTo(TokenState.LOST);
        assertThat(token().ownerId()).isNull();
        assertThat(newest().detail()).contains(alice.id()).contains("\"before\":\"enabled\"");
        assertThatThrownBy(() -> rig.registry.typedCodes().signIn(rig.console, alice, fob, rig.display(fob, 2)))
                .isInstanceOf(RegistryRefusal.UnknownToken.class);
    }

    @Test
    void oneThatIsFoundAgainMustBeChecked() {
        tokens.reportLost(rig.console, fob);
        tokens.reportFound(rig.console, fob);
        assertThat(token().state()).isEqualTo(TokenState.RETURNED);
        assertThatThrownBy(() -> tokens.reportFound(rig.console, fob)).isInstanceOf(RegistryRefusal.WrongState.class);
    }

    @Test
    void isNotTakenFromWhomNobodyMeant() {
        var seen = token();
        enable();
        assertThatThrownBy(() -> tokens.reportLost(rig.console, seen))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("somebody changed it");
        assertThat(token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void aRetiredTokenHasNoSeedAndStaysRetired() {
        tokens.retire(rig.console, fob);
        assertThat(token().state()).isEqualTo(TokenState.RETIRED);
        assertThatThrownBy(() -> rig.registry.typedCodes().check(rig.console, fob, rig.pair(fob, 0)))
                .isInstanceOf(RegistryRefusal.WrongState.class);
        assertThatThrownBy(() -> tokens.reportLost(rig.console, fob)).isInstanceOf(RegistryRefusal.WrongState.class);
        assertThat(rig.registry.keys().state().uses()).noneMatch(use -> use.table().equals("token"));
    }

    @Test
    void aDeviceInUseIsNotRetired() {
        enable();
        assertThatThrownBy(() -> tokens.retire(rig.console, fob)).isInstanceOf(RegistryRefusal.WrongState.class);
    }

    @Test
    void isSetAsideAndFreeAgainAsItWas() {
        tokens.reserve(rig.console, fob, alice);
        assertThat(token().ownerId()).isEqualTo(alice.id());
        tokens.release(rig.console, fob);
        assertThat(token().state()).isEqualTo(TokenState.IMPORTED);
        assertThat(token().ownerId()).isNull();
        assertThatThrownBy(() -> tokens.release(rig.console, fob)).isInstanceOf(RegistryRefusal.WrongState.class);
    }

    @Test
    void aVirtualDeviceIsNeverLost() {
        var arn = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", "phone");
        try (var seed = rig.registry.identifiers().seed()) {
            rig.registry.virtualDevices().create(rig.console, arn, seed, List.of());
        }
        assertThatThrownBy(() -> tokens.reportLost(rig.console, arn))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("deactivated and deleted");
    }
}
