package fobsmith.desk.stock;

import fobsmith.desk.Shift;
import fobsmith.desk.Tasks;
import fobsmith.desk.controls.Outcome;
import fobsmith.iam.IamException;
import fobsmith.registry.RegistryRefusal;
import java.util.concurrent.Callable;

/** A deed in the background whose refusal, by policy or by the token's state, is said where it was asked for. */
final class DeedTask {
    private DeedTask() {}

    static <T> Tasks.Job<T> of(Shift shift, Outcome outcome, Callable<T> deed) {
        outcome.clear();
        return shift.tasks()
                .create(deed)
                .onError(IamException.class, refusal -> say(refusal, shift, outcome))
                .onError(RegistryRefusal.class, refusal -> say(refusal, shift, outcome));
    }

    private static void say(Exception refusal, Shift shift, Outcome outcome) {
        var failure = shift.desk().failures().explain(refusal);
        outcome.say(Outcome.Kind.REFUSAL, failure.sentence(), failure.remedy());
    }
}
