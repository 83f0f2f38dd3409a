package fobsmith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Locks the desk when nobody has touched it for a while. Looked at once a second. Screen's thread. */
public final class IdleLock {
    /** Long enough for two codes of thirty seconds, too short for a walk to the coffee machine and back. */
    public static final Duration USUAL = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Duration patience;
    private final Runnable lock;
    private Instant touched;
    private boolean watching;

    public IdleLock(InstantSource clock, Duration patience, Runnable lock) {
        this.clock = clock;
        this.patience = patience;
        this.lock = lock;
        touched = clock.instant();
    }

    /** Somebody has signed in or unlocked. */
    public void watch() {
        touched = clock.instant();
        watching = true;
    }

    /** Nobody is signed in, or it is locked already. */
    public void rest() {
        watching = false;
    }

    /** A key or the mouse. */
    public void touched() {
        touched = clock.instant();
    }

    /** Also a clock that went back counts as touched: it must not lock at once, nor never. */
    public void look() {
        var now = clock.instant();
        if (now.isBefore(touched)) {
            touched = now;
        }
        if (watching && !now.isBefore(touched.plus(patience))) {
            watching = false;
            lock.run();
        }
    }
}
