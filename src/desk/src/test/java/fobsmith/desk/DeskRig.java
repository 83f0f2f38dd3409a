package fobsmith.desk;

import fobsmith.devices.Bus;
import fobsmith.iam.console.ConsoleSignIn;
import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxToolkit;

/**
 * The desk as somebody sits at it: a real window, drawn into memory, over a real registry, with a clock turned by hand and
 * nothing to press but keys. JavaFX starts once in a JVM. That the screen's thread never asks the registry is seen at the end.
 *
 * <p>Monocle 21 lacks three methods of this JavaFX, all in its application: {@code _getKeyCodeForChar} with a hint (so keys are
 * {@code KeyCodeCombination}s, never {@code KeyCharacterCombination}s), {@code _showDocument} (nothing opens a browser) and
 * {@code _supportsExtendedWindows} (no stage has the style EXTENDED). MonocleTest notices when that changes, and the module
 * checks sees that the desk calls none of them.
 */
public final class DeskRig implements AutoCloseable {
    /** The administrator's passphrase. */
    public static final String WORDS = "a passphrase of the test";

    private static final long PATIENCE_SECONDS = 20;

    public final TestRegistry registry;
    public final HandTurnedClock clock;
    public final Desk desk;
    public final DeskWindow window;
    public final Front front;
    public final Typist typist;
    private final Statements statements = Statements.listen();
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    /** At the door: nobody has signed in. */
    public DeskRig(Path folder, List<Flow> flows) {
        this(folder, Language.ENGLISH, flows);
    }

    public DeskRig(Path folder, Language language, List<Flow> flows) {
        this(folder, language, flows, _ -> List.of());
    }

    /** With tokens on these buses, whose time is the rig's; the desk closes them. */
    public DeskRig(Path folder, Language language, List<Flow> flows, Function<HandTurnedClock, List<Bus>> buses) {
        registry = TestRegistry.copy(folder);
        clock = registry.clock;
        registry.registry
                .deskPassphrases(TestRegistry.CHEAP)
                .set(registry.console, registry.administrator, WORDS.toCharArray());
        var tasks = new Tasks(background, Platform::runLater);
        desk = new Desk(
                registry.registry,
                new Bench(buses.apply(clock), clock),
                new ConsoleSignIn(registry.registry, "testhost", TestRegistry.CHEAP),
                clock,
                new SecureRandom(),
                new Messages(language),
                tasks);
        startJavaFx();
        window = onScreen(DeskWindow::new);
        typist = new Typist(window.scene(), this::settle);
        front = onScreen(() -> new Front(desk, window, flows));
        show();
    }

    static void startJavaFx() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX does not start", e);
        }
    }

    private void show() {
        onScreen(() -> {
            front.use(Theme.LIGHT);
            front.signIn();
            var stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(window.scene());
            stage.show();
            return true;
        });
        settle();
    }

    /** Signs in by keyboard. */
    public DeskRig signedIn() {
        write("administrator");
        press(KeyCode.TAB);
        write(WORDS);
        press(KeyCode.ENTER);
        return this;
    }

    /** Types, wherever the keyboard is. */
    public DeskRig write(String text) {
        typist.write(text);
        return this;
    }

    /** One key after the other. */
    public DeskRig press(KeyCode... keys) {
        for (var key : keys) {
            typist.stroke(key, false, false);
        }
        return this;
    }

    /** A key while Control is held down. */
    public DeskRig control(KeyCode key) {
        typist.stroke(key, false, true);
        return this;
    }

    /** Back to what came before in the order of Tab. */
    public DeskRig shiftTab() {
        typist.stroke(KeyCode.TAB, true, false);
        return this;
    }

    /** One key after the other, without waiting for what comes of them. */
    public DeskRig hit(KeyCode... keys) {
        for (var key : keys) {
            typist.hit(key);
        }
        return this;
    }

    /** Nothing gets done in the background until what this answers is run. */
    public Runnable holdUp() {
        var latch = new CountDownLatch(1);
        background.execute(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return () -> {
            latch.countDown();
            settle();
        };
    }

    /** Lets time pass, and whatever looks at the clock look. */
    public DeskRig turn(Duration by) {
        clock.turn(by);
        settle();
        return this;
    }

    /** Waits until nothing is on its way any more: no work in the background, no event on the screen. */
    public void settle() {
        for (int round = 0; round < 3 || !desk.tasks().isIdle(); round++) {
            onScreen(() -> true);
            afterBackground();
        }
        layOut();
    }

    private void afterBackground() {
        var done = new CountDownLatch(1);
        background.execute(done::countDown);
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("work in the background does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something on the screen's thread. */
    public static <T> T onScreen(Callable<T> work) {
        var task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every text that somebody can read in the window now, in the order of the nodes. */
    public List<String> texts() {
        layOut();
        return onScreen(() -> Sight.texts(window.scene()));
    }

    /** As the next pulse does: a list has no rows before, and a new button takes no keys. */
    private void layOut() {
        onScreen(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return true;
        });
    }

    /** What the keyboard is on. */
    public Node focused() {
        return onScreen(() -> window.scene().getFocusOwner());
    }

    /** Everything in the window that can be reached and says nothing to somebody who cannot see it. */
    public List<String> mute() {
        return onScreen(() -> Sight.mute(window.scene()));
    }

    /** A picture of the window. */
    public void picture(Path file) {
        settle();
        Picture.ofScene(window.scene()).write(file);
    }

    @Override
    public void close() {
        onScreen(() -> {
            front.signOut();
            return true;
        });
        settle();
        background.shutdown();
        desk.bench().close();
        registry.close();
        statements.close();
        requireNothingAskedOnScreen();
    }

    private void requireNothingAskedOnScreen() {
        if (!statements.onScreen().isEmpty()) {
            throw new AssertionError("the screen's thread asked the registry: " + statements.onScreen());
        }
    }
}
