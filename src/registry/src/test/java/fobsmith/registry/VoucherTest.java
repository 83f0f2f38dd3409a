package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a device changes his devices only with a code of one that he has had ever since he showed it. */
class VoucherTest extends RiggedTest {
    private static final Voucher NONE = new Voucher.None();

    private User bob;
    private SerialNumber fob;

    @BeforeEach
    void giveBobAFob() {
        bob = rig.user("bob");
        fob = rig.fob("GAHT00000001");
        enable(fob);
    }

    private void enable(SerialNumber serial) {
        assertThat(rig.registry.typedCodes().enable(rig.console, bob, serial, rig.pair(serial, 0)))
                .isInstanceOf(CodeOutcome.Accepted.class);
    }

    private void deactivate(SerialNumber serial, Voucher voucher) {
        rig.registry.tokens().deactivate(rig.console, bob, serial, voucher);
    }

    private void isRefused(SerialNumber serial, Voucher voucher) {
        assertThatThrownBy(() -> deactivate(serial, voucher)).isInstanceOf(RegistryRefusal.CodeNeeded.class);
        assertThat(rig.registry.tokens().findEnabled(bob, serial)).isPresent();
    }

    private Voucher.Code codeOf(SerialNumber serial) {
        return new Voucher.Code(serial, rig.clock.instant());
    }

    @Test
    void withoutACodeNoDeviceIsTakenAway() {
        isRefused(fob, NONE);
    }

    @Test
    void aCodeOfTheDeviceTakesItAway() {
        deactivate(fob, codeOf(fob));
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void withoutACodeHisOwnFobIsNotReportedLost() {
        var seen = rig.registry.tokens().get(fob);
        assertThatThrownBy(() -> rig.registry.shelf().lose(rig.console, seen, bob, NONE, "left on a train"))
                .isInstanceOf(RegistryRefusal.CodeNeeded.class);
        assertThat(rig.registry.tokens().get(fob)).isEqualTo(seen);
        rig.registry.shelf().lose(rig.console, seen, bob, codeOf(fob), "left on a train");
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.LOST);
    }

    @Test
    void aFobThatHasChangedHandsSinceItWasSeenIsNotReportedLost() {
        var seen = rig.registry.tokens().get(fob);
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        var needless = new Voucher.NotNeeded();
        assertThatThrownBy(() -> rig.registry.shelf().lose(rig.console, seen, bob, needless, "left on a train"))
                .isInstanceOf(RegistryRefusal.WrongState.class)
                .hasMessageContaining("somebody changed it");
        assertThat(rig.registry.tokens().get(fob).state()).isEqualTo(TokenState.RETURNED);
    }

    @Test
    void aCodeOfADeviceTakenAwaySinceIsNone() {
        var second = rig.fob("GAHT00000002");
        enable(second);
        var code = codeOf(second);
        rig.registry.tokens().deactivate(rig.console, bob, second);
        isRefused(fob, code);
    }

    @Test
    void aCodeShownBeforeTheDeviceWasHisIsNone() {
        Instant before = rig.clock.instant().minusMillis(1);
        isRefused(fob, new Voucher.Code(fob, before));
    }

    @Test
    void aCodeOfSomebodyElsesDeviceIsNone() {
        var alices = rig.fob("GAHT00000002");
        rig.registry.typedCodes().enable(rig.console, rig.user("alice"), alices, rig.pair(alices, 0));
        isRefused(fob, codeOf(alices));
    }

    @Test
    void aTemporaryDeviceVouchesUntilItsTimeIsOverAndThenNeedsNoCode() {
        var today = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/temporary/", "today");
        try (var seed = rig.registry.identifiers().seed()) {
            rig.registry.virtualDevices().createTemporary(rig.console, bob, today, seed, Duration.ofHours(8));
        }
        var code = codeOf(today);
        rig.clock.turn(Duration.ofHours(8));
        isRefused(fob, code);
        rig.registry.tokens().deactivate(rig.console, bob, fob);
        deactivate(today, NONE);
        assertThat(rig.registry.tokens().find(today)).isEmpty();
    }
}
