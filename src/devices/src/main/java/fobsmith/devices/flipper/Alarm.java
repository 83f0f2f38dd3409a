package fobsmith.devices.flipper;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Rings once, a while after it was set, and then goes on ringing. Whoever sets it closes it. */
final class Alarm implements AutoCloseable {
    private final CompletableFuture<Boolean> bell = new CompletableFuture<>();

    private Alarm() {}

    static Alarm after(Duration time) {
        var alarm = new Alarm();
        var _ = alarm.bell.completeOnTimeout(true, time.toMillis(), TimeUnit.MILLISECONDS);
        return alarm;
    }

    /** One whose time has come. */
    static Alarm ringing() {
        var alarm = new Alarm();
        alarm.bell.complete(true);
        return alarm;
    }

    boolean rings() {
        return bell.isDone();
    }

    @Override
    public void close() {
        bell.cancel(false);
    }
}
