package fobsmith.desk;

import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What the window shows, and how one gets from one thing to the next. Screen's thread. */
public final class Front {
    private final Desk desk;
    private final DeskWindow window;
    private final List<Flow> flows;
    private final Screens screens;
    private final IdleLock idle;
    private final DeskWiring wiring;
    private Theme theme = Theme.LIGHT;
    private @Nullable Shift shift;
    private @Nullable Walk walk;
    private @Nullable Controllers walking;
    private @Nullable Runnable afterClosing;
    private @Nullable Failure unsaid;

    /** Made on the screen's thread, and told from then on what nobody else takes there. */
    public Front(Desk desk, DeskWindow window, List<Flow> flows) {
        this.desk = desk;
        this.window = window;
        this.flows = List.copyOf(flows);
        screens = new Screens(desk.messages());
        idle = new IdleLock(desk.clock(), IdleLock.USUAL, this::lock);
        wiring = new DeskWiring(desk, this);
        desk.tasks().onUnexpected(failure -> fail(desk.failures().explain(failure)));
        Thread.currentThread().setUncaughtExceptionHandler((_, thrown) -> thrownOnScreen(thrown));
        window.onLeaving(this::leave);
        new Keyboard(this).listenTo(window.scene(), idle);
    }

    /** Nobody is at the desk. */
    public void signIn() {
        window.hideTopBar();
        window.show(screens.load(Screen.SIGN_IN, wiring.atTheDoor()));
    }

    /** Somebody has signed in. Where somebody else has been quicker, he is not let in. */
    public void begin(Shift newShift) {
        if (shift != null) {
            desk.tasks().run(newShift.console()::close).start();
            return;
        }
        shift = newShift;
        idle.watch();
        home();
    }

    /** What can be done at the desk. */
    public void home() {
        endWalk();
        if (shift == null) {
            signIn();
            return;
        }
        window.showTopBar(screens.load(Screen.TOP_BAR, wiring.within(shift)));
        window.show(screens.load(Screen.HOME, wiring.within(shift)));
    }

    /** The flow's first screen, around a fresh model; never behind the lock. */
    public void start(Flow flow) {
        var now = shift;
        if (now == null || window.isCovered()) {
            return;
        }
        window.closeDialog();
        endWalk();
        var begun = new Walk(flow.first(), desk.tasks(), this::showOfWalk, this::home);
        walk = begun;
        walking = flow.wiring().apply(now.within(begun), begun);
        showOfWalk(flow.first());
    }

    private void showOfWalk(Screen screen) {
        if (walking != null) {
            window.show(screens.load(screen, walking));
        }
    }

    /** To the screen before, or home; at the door, what was typed is gone. What Escape does. */
    public void back() {
        if (window.isCovered()) {
            return;
        }
        if (window.hasDialog()) {
            window.closeDialog();
        } else if (walk != null) {
            walk.back();
        } else if (shift == null && afterClosing == null) {
            signIn();
        }
    }

    private void endWalk() {
        if (walk != null) {
            desk.tasks().run(leaveWalk()).start();
        }
    }

    /** What is to be put away of it, in the background. */
    private Runnable leaveWalk() {
        var left = walk;
        walk = null;
        walking = null;
        return left == null ? () -> {} : left.leave();
    }

    /** Hides everything until the same operator has shown again who he is; what he was doing stays as it is. */
    public void lock() {
        if (shift != null && !window.isCovered()) {
            idle.rest();
            window.cover(screens.load(Screen.LOCKED, wiring.within(shift)));
        }
    }

    /** The one whose time it is has shown who he is; what went wrong behind the lock is said now. */
    public void unlock(Shift whose) {
        if (!whose.equals(shift)) {
            return;
        }
        window.uncover();
        idle.watch();
        var failure = unsaid;
        unsaid = null;
        if (failure != null) {
            fail(failure);
        }
    }

    /** Gives up what was being done, and the desk: the next operator is asked for once the console is closed. */
    public void signOut() {
        leave(() -> {
            window.uncover();
            signIn();
        });
    }

    /**
     * Ends the operator's time, and goes on when nothing of it is left over: no device half made, no session. Until then the
     * window shows nothing of it.
     */
    public void leave(Runnable then) {
        var putAway = leaveWalk();
        var ended = shift;
        boolean closing = afterClosing != null;
        idle.rest();
        window.closeDialog();
        unsaid = null;
        shift = null;
        if (ended == null && !closing) {
            then.run();
            return;
        }
        afterClosing = then;
        if (ended != null) {
            window.hideTopBar();
            window.show(new Label(desk.messages().text("closing.wait")));
            desk.tasks()
                    .run(() -> close(ended, putAway))
                    .andFinally(this::closed)
                    .start();
        }
    }

    private static void close(Shift ended, Runnable putAway) {
        try {
            putAway.run();
        } finally {
            ended.console().close();
        }
    }

    private void closed() {
        var then = afterClosing;
        afterClosing = null;
        if (then != null) {
            then.run();
        }
    }

    /**
     * The window has closed: ends the shift, and with it what a flow made and had not finished, before it returns. Blocks on
     * the registry; for the thread that opened the window.
     */
    public void shut() {
        var putAway = leaveWalk();
        var ended = shift;
        shift = null;
        if (ended != null) {
            close(ended, putAway);
        }
    }

    public void switchTheme() {
        use(theme.other());
    }

    public void use(Theme other) {
        theme = other;
        other.apply();
    }

    public Theme theme() {
        return theme;
    }

    /** At once where nothing has been typed, else after a question; never behind the lock, nor while an answer is waited for. */
    public void switchLanguage() {
        if (window.isCovered() || window.hasDialog() || isBusy()) {
            return;
        }
        var next = desk.messages().language().next();
        if (window.hasTyped()) {
            window.showDialog(new LanguageQuestion(desk.messages(), next, window::closeDialog, () -> speak(next)));
        } else {
            speak(next);
        }
    }

    private boolean isBusy() {
        return afterClosing != null || (walk != null && walk.working().get());
    }

    /** The screen is loaded anew; what its model knows stays, what was half typed does not. */
    public void speak(Language language) {
        desk.messages().speak(language);
        if (shift == null) {
            signIn();
            return;
        }
        window.showTopBar(screens.load(Screen.TOP_BAR, wiring.within(shift)));
        if (walk != null) {
            showOfWalk(walk.current());
        } else {
            window.show(screens.load(Screen.HOME, wiring.within(shift)));
        }
    }

    public void showShortcuts() {
        if (shift != null && !window.isCovered()) {
            window.showDialog(screens.load(Screen.SHORTCUTS, wiring.within(shift)));
        }
    }

    public void closeDialog() {
        window.closeDialog();
    }

    /** In a box over everything; behind the lock it waits for the one who unlocks. */
    public void fail(Failure failure) {
        if (window.isCovered()) {
            unsaid = failure;
            return;
        }
        window.showDialog(new FailurePane(failure, desk.messages(), window::closeDialog));
    }

    /** What a handler on the screen's own thread throws would else end on a console that nobody sees. */
    private void thrownOnScreen(Throwable thrown) {
        if (!window.hasDialog()) {
            desk.tasks().report(new IllegalStateException(thrown));
        }
    }

    public void zoom(int notches) {
        window.zoom(notches);
    }

    public void zoomBack() {
        window.zoomBack();
    }

    /** What home offers. */
    public List<Flow> flows() {
        return flows;
    }

    public boolean isOccupied() {
        return shift != null;
    }
}
