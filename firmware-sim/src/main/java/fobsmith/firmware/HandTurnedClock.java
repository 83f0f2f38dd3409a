package fobsmith.firmware;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A real time that only a test moves. Thread-safe. */
public final class HandTurnedClock implements InstantSource {
    private final AtomicReference<Instant> now;

    public HandTurnedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Lets time pass; a negative duration takes it back. */
    public void turn(Duration by) {
        now.updateAndGet(then -> then.plus(by));
    }

    public void set(Instant instant) {
        now.set(instant);
    }
}
