package fobsmith.desk;

import java.time.InstantSource;

/**
 * One operator's time at the desk, from signing in to signing out; what a flow is given.
 *
 * @param operator user name
 */
public record Shift(Desk desk, String operator) {
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
