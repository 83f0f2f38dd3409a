package fobsmith.iam.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.registry.RegistryRefusal;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
        denied(() -> console.tokens().reportLost(station.registry.tokens().get(first)));
        denied(() -> console.virtualDevices().create(olga, "phone"));
        denied(() -> console.virtualDevices().createTemporary(olga, Duration.ofHours(1)));

        station.clock.turn(Duration.ofMinutes(2));
        var withCode = signInWith(first);
        assertThat(withCode.devices().enable(olga, second, typed(second))).isInstanceOf(PairOutcome.Done.class);
        withCode.devices().deactivate(olga, first);
        // The device whose code was shown is gone, and vouches for nobody.
        refused(IamError.EXPIRED_TOKEN, () -> withCode.devices().deactivate(olga, second));
    }

    @Test
    void aSignInEndsWithTheDeviceWhoseCodeWasShown() {
        allow("*");
        var fob = give(olga, "GAHT12345678");
        var lost = signInWith(fob);
        station.registry.shelf().lose(station.console, fob, "a test");
        refused(IamError.EXPIRED_TOKEN, lost::operator);
        refused(IamError.EXPIRED_TOKEN, () -> lost.people().search("", 10));
    }

    @Test
    void aDeviceGivenAnewDoesNotBringASignInBack() {
        allow("*");
        var fob = give(olga, "GAHT12345678");
        var before = signInWith(fob);
        before.operator();
        station.registry.tokens().deactivate(station.console, olga, fob);
        station.clock.turn(Duration.ofMinutes(2));
        station.registry.typedCodes().check(station.console, fob, station.pair(fob, -1));
        station.clock.turn(Duration.ofMinutes(2));
        give(olga, fob);
        refused(IamError.EXPIRED_TOKEN, before::operator);
        signInWith(fob).operator();
    }

    /** Each of them is asked before any is there; the transaction that makes it asks once more. */
    @Test
    void ofManyFirstTemporaryDevicesAtOnceOneIsMade() throws Exception {
        allow("*");
        var console = signIn();
        var tasks = Collections.<Callable<Boolean>>nCopies(8, () -> makesTemporary(console));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int made = 0;
            for (var result : threads.invokeAll(tasks)) {
                made += result.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
    }

    private boolean makesTemporary(Console console) {
        try (var made = console.virtualDevices().createTemporary(olga, Duration.ofHours(1))) {
            return !made.key().text().isEmpty();
        } catch (IamException | RegistryRefusal.CodeNeeded _) {
            return false;
        }
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
