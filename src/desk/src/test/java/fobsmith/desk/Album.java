package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;

import fobsmith.devices.Bus;
import fobsmith.oath.HandTurnedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/** Pictures of the desk in one language and one theme. A walk through a flow sits down at it and shoots what it sees. */
public final class Album {
    private static final List<String> PEOPLE = List.of(
            "alice.moreno",
            "alicia.ruiz",
            "bob.okafor",
            "carla.ruiz",
            "dmitri.ivanov",
            "elena.santos",
            "farid.haddad",
            "greta.lind");

    /** Long enough for a search that begins a moment after the last key. */
    private static final int FRAMES_OF_TYPING = 20;

    /** Until what was laid out is on the display. */
    private static final int FRAMES_OF_DRAWING = 15;

    /** A display with much else to do shows for a while what was there before. */
    private static final int TIMES_TO_LOOK = 40;

    /** The lock is looked at once a second. */
    private static final int FRAMES_OF_IDLENESS = 300;

    private static final long PATIENCE_SECONDS = 20;

    private final Path pictures;
    private final Path scratch;
    private final Language language;
    private final Theme theme;

    Album(Path pictures, Path scratch, Language language, Theme theme) {
        this.pictures = pictures;
        this.scratch = scratch;
        this.language = language;
        this.theme = theme;
    }

    /** At the door, before a registry with some people in it. The caller closes it. */
    public DeskRig sit(List<Flow> flows) {
        return sit(flows, _ -> List.of());
    }

    /** With tokens on these buses too. */
    public DeskRig sit(List<Flow> flows, Function<HandTurnedClock, List<Bus>> buses) {
        var rig = new DeskRig(folder(), language, flows, buses);
        PEOPLE.forEach(rig.registry::user);
        return inTheme(rig);
    }

    /** At the door, before a registry in which alice has a fob and bob has nothing. The caller closes it. */
    public OneFob sitBeforeOneFob(Flow flow) {
        var desk = new OneFob(folder(), language, List.of(flow));
        inTheme(desk.rig);
        return desk;
    }

    private DeskRig inTheme(DeskRig rig) {
        onScreen(() -> {
            rig.front.use(theme);
            return true;
        });
        return rig;
    }

    /** All that home offers. */
    public static List<Flow> flows() {
        return Flows.ALL;
    }

    public Language language() {
        return language;
    }

    public Theme theme() {
        return theme;
    }

    /** Lets the desk notice that nobody has touched it for so long. */
    void awaitLock(DeskRig rig) {
        for (int frames = 0; frames < FRAMES_OF_IDLENESS && !rig.window.isCovered(); frames++) {
            awaitFrames(1);
        }
    }

    /** An empty one. */
    public Path folder() {
        try {
            return Files.createTempDirectory(scratch, "desk-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a picture of what is on the display now. */
    public void shoot(DeskRig rig, String name) {
        rig.settle();
        awaitFrames(FRAMES_OF_TYPING);
        rig.settle();
        shoot(rig.window.scene(), name);
    }

    /** Takes a picture of a window that nobody works at. */
    public void shoot(Scene scene, String name) {
        onceShown(scene).write(pictures.resolve("%s-%s.png".formatted(language.code(), name)));
    }

    private static Picture onceShown(Scene scene) {
        for (int times = 0; times < TIMES_TO_LOOK; times++) {
            awaitFrames(FRAMES_OF_DRAWING);
            var shown = Picture.ofDisplay(scene);
            if (shown.resembles(Picture.ofScene(scene))) {
                return shown;
            }
        }
        throw new IllegalStateException("the display does not show the window");
    }

    private static void awaitFrames(int frames) {
        var drawn = new CountDownLatch(frames);
        var timer = onScreen(() -> {
            var each = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    drawn.countDown();
                }
            };
            each.start();
            return each;
        });
        try {
            if (!drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing is drawn");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            onScreen(() -> {
                timer.stop();
                return true;
            });
        }
    }
}
