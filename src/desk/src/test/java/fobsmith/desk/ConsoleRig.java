package fobsmith.desk;

import fobsmith.iam.console.Console;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.iam.console.SignInStep;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TestRegistry;
import fobsmith.registry.User;
import java.nio.file.Path;
import java.time.Duration;

/** What a flow's model stands on, without a window: the administrator signed in over a real registry, and alice with a fob. */
public final class ConsoleRig implements AutoCloseable {
    public final TestRegistry registry;
    public final Console console;
    public final User alice;
    public final SerialNumber fob;

    public ConsoleRig(Path folder) {
        registry = TestRegistry.copy(folder);
        registry.registry
                .deskPassphrases(TestRegistry.CHEAP)
                .set(registry.console, registry.administrator, DeskRig.WORDS.toCharArray());
        var step = new ConsoleSignIn(registry.registry, "testhost", TestRegistry.CHEAP)
                .begin("administrator", DeskRig.WORDS.toCharArray());
        console = ((SignInStep.SignedIn) step).console();
        alice = registry.user("alice");
        fob = registry.fob("GAHT12345678");
        registry.registry.typedCodes().enable(registry.console, alice, fob, registry.pair(fob, 0));
        registry.clock.turn(Duration.ofMinutes(2));
    }

    /** What this fob shows, typed just now. */
    public TypedPair codes(SerialNumber of, int stepsAhead) {
        return new TypedPair(registry.pair(of, stepsAhead), registry.clock.instant());
    }

    @Override
    public void close() {
        console.close();
        registry.close();
    }
}
