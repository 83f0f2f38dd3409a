package fobsmith.desk.stock;

import fobsmith.desk.Shift;
import fobsmith.desk.Tasks;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import java.util.concurrent.Callable;

/** A deed in the background whose failure, by policy, by the token's state or otherwise, is said where it was asked for. */
final class DeedTask {
    private DeedTask() {}

    static <T> Tasks.Job<T> of(Walk walk, Shift shift, Outcome outcome, Callable<T> deed) {
        outcome.clear();
        return walk.deed(deed)
                .onError(Exception.class, failure -> shift.desk().failures().say(failure, outcome));
    }
}
