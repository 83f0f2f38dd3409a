package fobsmith.registry;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The two codes that were refused last as wrong. Why they were may be asked once without being counted: they have been counted
 * already. Thread-safe.
 */
final class LastRefused {
    private final AtomicReference<@Nullable Refused> last = new AtomicReference<>();

    private record Refused(String callerId, SerialNumber serial, CodePair codes) {}

    void note(Actor caller, SerialNumber serial, CodePair codes) {
        last.set(new Refused(caller.id(), serial, codes));
    }

    /** Whether it was these codes, of this token and by this caller; they are forgotten then. */
    boolean take(Actor caller, SerialNumber serial, CodePair codes) {
        var noted = last.get();
        return new Refused(caller.id(), serial, codes).equals(noted) && last.compareAndSet(noted, null);
    }
}
