package fobsmith.firmware.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** A token with a clock of its own, to which everything happens that happens to clocks. */
public interface ClockedToken extends Token {
    /**
     * Does something to the clock, with the token in hand; what outlasts a loss of power is kept.
     *
     * @param work is given the clock, and what time it really is
     * @throws RefusedException where the token has been removed
     */
    void disturb(BiConsumer<TokenClock, Instant> work);

    @Override
    default void setTime(Instant time) {
        disturb((clock, now) -> {
            clock.set(time, now);
            clock.forgetReset();
        });
    }

    @Override
    default void shift(Duration by) {
        disturb((clock, now) -> clock.set(clock.shown(now).plus(by), now));
    }

    @Override
    default void setDrift(Drift drift) {
        disturb((clock, now) -> clock.adopt(drift, now));
    }

    @Override
    default void fault(Fault fault) {
        disturb((clock, now) -> clock.fault(fault, now));
    }

    @Override
    default void mend(Fault fault) {
        disturb((clock, now) -> clock.mend(fault, now));
    }
}
