package fobsmith.desk;

import fobsmith.desk.demo.DemoStage;
import fobsmith.desk.signin.OpenRegistryController;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the desk together: registry, bench and window, each opened here and closed when the window closes. */
final class DeskOpening {
    private final InstantSource clock;
    private final SecureRandom randomness;
    private final Language language;
    private final String usbIpServers;
    private final String host = host();

    DeskOpening(InstantSource clock, SecureRandom randomness, Language language, String usbIpServers) {
        this.clock = clock;
        this.randomness = randomness;
        this.language = language;
        this.usbIpServers = usbIpServers;
    }

    /** On a registry that exists; where there is no key, the window asks for the passphrase. */
    void on(Path file, Optional<RegistryKey> key) throws InterruptedException {
        var opened = new AtomicReference<@Nullable Registry>();
        var shown = new AtomicReference<@Nullable Front>();
        key.ifPresent(given -> opened.set(open(file, given)));
        try (var bench = Bench.ofThisMachine(clock, Links.usbIp(usbIpServers))) {
            new DeskApplication().run("fobsmith", window -> {
                var registry = opened.get();
                if (registry != null) {
                    shown.set(start(window, registry, bench));
                } else {
                    ask(window, file, asked -> {
                        opened.set(asked);
                        shown.set(start(window, asked, bench));
                    });
                }
            });
        } finally {
            close(shown.get(), opened.get());
        }
    }

    /** First what was begun in the window, then what it was begun on. */
    private static void close(@Nullable Front front, @Nullable Registry registry) {
        try {
            if (front != null) {
                front.shut();
            }
        } finally {
            if (registry != null) {
                registry.close();
            }
        }
    }

    private Registry open(Path file, RegistryKey key) {
        try (key) {
            return Registry.open(file, key, clock, randomness);
        }
    }

    private void ask(DeskWindow window, Path file, Consumer<Registry> then) {
        var messages = new Messages(language);
        var tasks = Tasks.ofTheWindow();
        var controllers = Controllers.none()
                .with(
                        OpenRegistryController.class,
                        () -> new OpenRegistryController(
                                messages, tasks, file, typed -> open(file, new RegistryKey.Passphrase(typed)), then));
        window.show(new Screens(messages).load(Screen.OPEN_REGISTRY, controllers));
    }

    private Front start(DeskWindow window, Registry registry, Bench bench) {
        var front = new Front(desk(registry, bench), window, Flows.ALL);
        front.signIn();
        return front;
    }

    private Desk desk(Registry registry, Bench bench) {
        return new Desk(
                registry,
                bench,
                new ConsoleSignIn(registry, host),
                clock,
                randomness,
                new Messages(language),
                Tasks.ofTheWindow());
    }

    /** On a registry of its own with simulated tokens; all of it is gone when the window closes. */
    void demo() throws IOException, InterruptedException {
        try (var stage = DemoStage.build(clock, randomness);
                var bench = new Bench(stage.links(), clock)) {
            new DeskApplication().run("fobsmith · demo", window -> {
                var desk = desk(stage.registry(), bench);
                var front = new Front(desk, window, Flows.ALL);
                window.showBeside(stage.panel(desk));
                front.signIn();
                stage.signIn(desk, front);
            });
        }
    }

    /** Asked for once, before there is a window: a name server may take its time. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
