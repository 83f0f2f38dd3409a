package fobsmith.firmware.fob;

import java.time.Duration;
import java.time.Instant;

/** A fob's own clock. Knows real time only as it is told; guarded by its fob. */
final class DriftingClock {
    private Drift drift;
    private Instant produced;
    /** Real time at which the clock last showed {@link #shownThen}, from where it runs on at its own rate. */
    private Instant setAt;

    private Instant shownThen;
    private boolean running = true;

    /** A clock set at production and left alone on the shelf until now. */
    DriftingClock(Drift drift, Instant now) {
        this.drift = drift;
        produced = now.minus(drift.shelfTime());
        setAt = produced;
        shownThen = produced.plus(drift.errorAt(Duration.ZERO));
    }

    Drift drift() {
        return drift;
    }

    Instant shown(Instant now) {
        if (!running) {
            return shownThen;
        }
        return shownThen.plus(Duration.between(setAt, now)).plus(gained(setAt, now));
    }

    private Duration gained(Instant from, Instant to) {
        return gainedUntil(to).minus(gainedUntil(from));
    }

    private Duration gainedUntil(Instant instant) {
        return drift.gainedAt(Duration.between(produced, instant));
    }

    void set(Instant shown, Instant now) {
        shownThen = shown;
        setAt = now;
    }

    /** Runs on from what it shows, as a fob of the new drift's shelf time would. */
    void adopt(Drift other, Instant now) {
        set(shown(now), now);
        drift = other;
        produced = now.minus(other.shelfTime());
    }

    void run(boolean on, Instant now) {
        set(shown(now), now);
        running = on;
    }
}
