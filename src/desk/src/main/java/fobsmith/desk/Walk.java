package fobsmith.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** One way through a flow's screens, from its card to its end. Whatever comes after the end is ignored. Screen's thread. */
public final class Walk {
    private final Consumer<Screen> show;
    private final Runnable home;
    private final Deque<Screen> before = new ArrayDeque<>();
    private Screen current;
    private Runnable leaving = () -> {};
    private boolean ended;

    /**
     * Begins; nothing is shown yet.
     *
     * @param show puts a screen of the flow into the window
     * @param home shows what can be done at the desk
     */
    public Walk(Screen first, Consumer<Screen> show, Runnable home) {
        current = first;
        this.show = show;
        this.home = home;
    }

    /** On to another screen; back leads here again. */
    public void go(Screen next) {
        if (ended) {
            return;
        }
        before.push(current);
        current = next;
        show.accept(next);
    }

    /** On to a screen from which nothing leads back: what has been done is done. */
    public void goForGood(Screen next) {
        if (ended) {
            return;
        }
        before.clear();
        current = next;
        show.accept(next);
    }

    /** To the screen before; from the first one, home. */
    public void back() {
        if (ended) {
            return;
        }
        if (before.isEmpty()) {
            end();
            return;
        }
        current = before.pop();
        show.accept(current);
    }

    /** Home, wherever the flow stands. */
    public void end() {
        if (leave()) {
            home.run();
        }
    }

    /** What has to be put away when the walk ends, however it ends: done, given up, signed out. Runs once. */
    public void onLeave(Runnable work) {
        leaving = work;
    }

    /** Ends without showing anything; false where it had ended. */
    boolean leave() {
        if (ended) {
            return false;
        }
        ended = true;
        leaving.run();
        return true;
    }

    public boolean hasEnded() {
        return ended;
    }

    Screen current() {
        return current;
    }
}
