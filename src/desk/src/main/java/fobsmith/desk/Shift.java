package fobsmith.desk;

import fobsmith.iam.console.Console;
import java.time.InstantSource;

/**
 * One operator's time at the desk, from signing in to signing out; what a flow is given.
 *
 * @param console what the operator may do; closed when he signs out
 * @param operator user name
 */
public record Shift(Desk desk, Console console, String operator) {
    public Messages messages() {
        return desk.messages();
    }

    public Tasks tasks() {
        return desk.tasks();
    }

    public InstantSource clock() {
        return desk.clock();
    }
}
