package fobsmith.oath;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one token's clock and of the codes it may still use.
 *
 * @param nextStep lowest time step whose code is still acceptable; everything below has been consumed
 * @param driftMillis how far the token's clock is believed to run ahead of ours
 * @param learnedAt when that was last learned or the clock was set; null for stock whose age nobody knows
 * @param acceptedAt when a code was last accepted; null before the first
 */
public record TokenClock(
        long nextStep,
        long driftMillis,
        @Nullable Instant learnedAt,
        @Nullable Instant acceptedAt) {

    /** A clock of unknown age and no history, as in a vendor's file. */
    public static TokenClock unknown() {
        return new TokenClock(0, 0, null, null);
    }

    /** A clock set to the right time just now, as that of a phone. */
    public static TokenClock setAt(Instant now) {
        return new TokenClock(0, 0, now, null);
    }

    Optional<Duration> sinceLesson(Instant now) {
        return since(learnedAt, now);
    }

    /** Time over which the drift may have grown unnoticed: since the last accepted code, else since the last lesson. */
    Duration unobserved(Instant now) {
        return since(acceptedAt, now).or(() -> sinceLesson(now)).orElse(Duration.ZERO);
    }

    private static Optional<Duration> since(@Nullable Instant then, Instant now) {
        return Optional.ofNullable(then)
                .map(instant -> Duration.between(instant, now))
                .map(TokenClock::atLeastZero);
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
