package fobsmith.iam.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.RegistryRefusal;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An operator's own devices, and root's. */
class OwnAndRootTest extends DeskTest {

    @Test
    void aFirstDeviceOfOnesOwnNeedsNoCodeAndTheNextOneDoes() {
        allow("*");
        var first = station.fob("GAHT12345678");
        var second = station.fob("GAHT12345679");
        var console = signIn();
        assertThat(console.devices().enable(olga, first, typed(first))).isInstanceOf(PairOutcome.Done.class);
        denied(() -> console.devices().enable(olga, second, typed(second)));
        denied(() -> console.devices().deactivate(olga, first));
        denied(() -> console.tokens().reportLost(first));
        denied(() -> console.virtualDevices().create(olga, "phone"));
        denied(() -> console.virtualDevices().createTemporary(olga, Duration.ofHours(1)));

        station.clock.turn(Duration.ofMinutes(2));
        var withCode = signInWith(first);
        assertThat(withCode.devices().enable(olga, second, typed(second))).isInstanceOf(PairOutcome.Done.class);
        withCode.devices().deactivate(olga, first);
        // The device whose code was shown is gone, and vouches for nobody.
        denied(() -> withCode.devices().deactivate(olga, second));
    }

    @Test
    void rootHasDevicesHereAndTheAskedActionIsItsOwn() {
        var fob = station.fob("GAHT12345678");
        var root = station.registry.users().root();
        var console = signIn();
        allow("iam:*");
        denied(() -> console.devices().enable(root, fob, typed(fob)));
        denied(() -> console.virtualDevices().create(root, "safe"));
        allow("fobsmith:ManageRoot");
        assertThat(console.people().root()).isEqualTo(root);
        assertThat(console.devices().enable(root, fob, typed(fob))).isInstanceOf(PairOutcome.Done.class);
        station.clock.turn(Duration.ofMinutes(1));
        assertThat(console.devices().resync(root, fob, typed(fob))).isInstanceOf(PairOutcome.Done.class);
        assertThat(console.people().devices(root)).hasSize(1);
        console.devices().deactivate(root, fob);
        try (var safe = console.virtualDevices().create(root, "safe")) {
            assertThat(safe.serial().value()).isEqualTo("arn:aws:iam::123456789012:mfa/safe");
        }
    }

    @Test
    void aUserWhoIsGoneIsUnknown() {
        allow("*");
        var console = signIn();
        station.registry.users().delete(station.console, alice);
        Assertions.assertThatThrownBy(() -> console.people().devices(alice))
                .isInstanceOf(RegistryRefusal.Unknown.class);
    }
}
