package fobsmith.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The service's time, which stands still until a test turns it, forwards only. Thread-safe. */
public final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now;

    TestClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void advance(Duration by) {
        now.updateAndGet(then -> later(then, then.plus(by)));
    }

    public void set(Instant time) {
        now.updateAndGet(then -> later(then, time));
    }

    /** The first moment of the time step after this one. */
    void toNextStep(Duration step) {
        long seconds = step.toSeconds();
        now.updateAndGet(then -> Instant.ofEpochSecond((then.getEpochSecond() / seconds + 1) * seconds));
    }

    /** The registry would not have it: a clock put back lets used codes in again. */
    private static Instant later(Instant then, Instant time) {
        if (time.isBefore(then)) {
            throw new IllegalArgumentException("%s is before %s; time only goes forwards".formatted(time, then));
        }
        return time;
    }
}
