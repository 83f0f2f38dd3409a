package fobsmith.desk;

import fobsmith.iam.console.Console;
import java.time.InstantSource;

/**
 * One operator's time at the desk, from signing in to signing out; what a flow is given.
 *
 * @param console what the operator may do; closed when he signs out
 * @param operator user name
 * @param tasks work in the background; within a walk its answers are for the screen that asked
 */
public record Shift(Desk desk, Console console, String operator, Tasks tasks) {
    public Shift(Desk desk, Console console, String operator) {
        this(desk, console, operator, desk.tasks());
    }

    /** The same, as the screens of a walk have it. */
    Shift within(Walk walk) {
        return new Shift(desk, console, operator, walk.tasks());
    }

    public Messages messages() {
        return desk.messages();
    }

    public InstantSource clock() {
        return desk.clock();
    }
}
