package fobsmith.firmware.usb;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which fault strikes what comes next, and how often. */
final class FaultSwitch<F> {
    static final long UNTIL_MENDED = Long.MAX_VALUE;

    private @Nullable F fault;
    private long left;

    void on(F wanted, long times) {
        fault = wanted;
        left = times;
    }

    void off() {
        left = 0;
    }

    /** What strikes now. */
    Optional<F> next() {
        return next(_ -> true);
    }

    /** What strikes now, where it can; else it is spared for later. */
    Optional<F> next(Predicate<F> canStrike) {
        if (left == 0 || fault == null || !canStrike.test(fault)) {
            return Optional.empty();
        }
        left--;
        return Optional.of(fault);
    }
}
