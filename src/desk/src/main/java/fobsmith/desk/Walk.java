package fobsmith.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * One way through a flow's screens, from its card to its end. Whatever comes after the end is ignored, and so is an answer that
 * comes when the screen that asked has been left. Screen's thread.
 */
public final class Walk {
    private final Tasks background;
    private final Consumer<Screen> show;
    private final Runnable home;
    private final Deque<Screen> before = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private Screen current;
    private Runnable leaving = () -> {};
    private boolean holding;
    private boolean ended;
    private long visit;

    /**
     * Begins; nothing is shown yet.
     *
     * @param show puts a screen of the flow into the window
     * @param home shows what can be done at the desk, and leaves the walk
     */
    public Walk(Screen first, Tasks background, Consumer<Screen> show, Runnable home) {
        current = first;
        this.background = background;
        this.show = show;
        this.home = home;
    }

    /** On to another screen; back leads here again. */
    public void go(Screen next) {
        if (ended) {
            return;
        }
        before.push(current);
        show(next);
    }

    /** On to a screen from which nothing leads back: what has been done is done. */
    public void goForGood(Screen next) {
        if (ended) {
            return;
        }
        before.clear();
        show(next);
    }

    /** To the screen before; from the first one, home; nowhere while a deed is on its way, whose answer is worth a look. */
    public void back() {
        if (ended || holding) {
            return;
        }
        if (before.isEmpty()) {
            end();
            return;
        }
        show(before.pop());
    }

    private void show(Screen next) {
        nextVisit();
        current = next;
        show.accept(next);
    }

    private void nextVisit() {
        visit++;
        holding = false;
        working.set(false);
    }

    /** Home, wherever the flow stands. */
    public void end() {
        if (!ended) {
            home.run();
        }
    }

    /** What has to be put away when the walk ends, however it ends: done, given up, signed out. Runs once, in the background. */
    public void onLeave(Runnable work) {
        leaving = work;
    }

    /** Ends without showing anything. What is to be put away blocks, and is left to the caller; nothing where it had ended. */
    Runnable leave() {
        if (ended) {
            return () -> {};
        }
        ended = true;
        nextVisit();
        return leaving;
    }

    /** What a screen looks up. When it has been left, none of its handlers is told but the last. */
    public Tasks tasks() {
        return background.askedBy(Question::new);
    }

    /** What a screen asks once: another cannot be asked, nor this one again, before its answer has come or the screen is left. */
    public <T> Tasks.Job<T> once(Callable<T> work) {
        return background.askedBy(() -> new Errand(false)).create(work);
    }

    /** As above, without an answer. */
    public Tasks.Job<Boolean> once(Runnable work) {
        return once(called(work));
    }

    /** As {@link #once}, for what changes something: back waits, so that whoever asked for it hears how it ended. */
    public <T> Tasks.Job<T> deed(Callable<T> work) {
        return background.askedBy(() -> new Errand(true)).create(work);
    }

    /** As above, for a deed without an answer. */
    public Tasks.Job<Boolean> deed(Runnable work) {
        return deed(called(work));
    }

    private static Callable<Boolean> called(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    /** While something that is asked once is on its way; buttons are off meanwhile. */
    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    public boolean hasEnded() {
        return ended;
    }

    Screen current() {
        return current;
    }

    /** Asked by the screen that is shown now. */
    private class Question implements Tasks.Asker {
        private final long asked = visit;

        @Override
        public boolean begins() {
            return !ended;
        }

        @Override
        public boolean listens() {
            return asked == visit;
        }
    }

    private final class Errand extends Question {
        private final boolean holds;

        Errand(boolean holds) {
            this.holds = holds;
        }

        @Override
        public boolean begins() {
            if (!super.begins() || working.get()) {
                return false;
            }
            working.set(true);
            holding = holds;
            return true;
        }

        @Override
        public void ends() {
            if (listens()) {
                working.set(false);
                holding = false;
            }
        }
    }
}
