package fobsmith.oath;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only a test moves. Thread-safe. */
public final class HandTurnedClock implements InstantSource {
    private final AtomicReference<Instant> now;

    public HandTurnedClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** A clock that shows the first moment of an arbitrary time step. */
    public static HandTurnedClock atStepStart() {
        return new HandTurnedClock(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void turn(Duration by) {
        now.updateAndGet(then -> then.plus(by));
    }
}
