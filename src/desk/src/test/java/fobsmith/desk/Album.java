package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;

import fobsmith.devices.Bus;
import fobsmith.oath.HandTurnedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The desk in one language and one theme. A walk through a flow sits down at it and shoots what it sees. */
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

    /** The lock is looked at once a second. */
    private static final int FRAMES_OF_IDLENESS = 300;

    private final Viewer viewer;
    private final Path scratch;
    private final Language language;
    private final Theme theme;

    Album(Viewer viewer, Path scratch, Language language, Theme theme) {
        this.viewer = viewer;
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
            Frames.await(1);
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

    /** Looks at what the rig shows now. */
    public void shoot(DeskRig rig, String name) {
        rig.settle();
        viewer.awaitSearch();
        rig.settle();
        shoot(rig.window, name);
    }

    /** Looks at a window that nobody works at. */
    public void shoot(DeskWindow window, String name) {
        viewer.look(window, "%s-%s".formatted(language.code(), name));
    }

    /** Who looks at what a walk shows. */
    interface Viewer {
        void look(DeskWindow window, String name);

        /** Until a list has followed what was typed, for whoever minds. */
        default void awaitSearch() {}
    }
}
