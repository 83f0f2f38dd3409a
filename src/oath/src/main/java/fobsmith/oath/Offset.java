package fobsmith.oath;

import java.time.Duration;

/**
 * What one code proves about a token's clock: how far it runs ahead of ours, as an interval in milliseconds (positive: the
 * token is fast). A code of step s accepted at t was read between the start of s and its end, and typed up to 30 s later.
 */
public record Offset(long earliestMillis, long latestMillis) {
    /** A person may need this long between reading a code and sending it. */
    private static final long TYPING_MILLIS = Duration.ofSeconds(30).toMillis();

    public Offset {
        if (earliestMillis > latestMillis) {
            throw new IllegalArgumentException(
                    "an offset from %d to %d ms is empty".formatted(earliestMillis, latestMillis));
        }
    }

    static Offset provenBy(OtpProfile.Totp profile, long step, long nowMillis) {
        long stepMillis = profile.stepMillis();
        return new Offset(step * stepMillis - nowMillis, (step + 1) * stepMillis - nowMillis + TYPING_MILLIS);
    }

    /** The best guess from two codes in a row: Enable, Resync, proof and check set the drift to this. */
    public long middleMillis() {
        return Math.floorDiv(earliestMillis + latestMillis, 2);
    }

    /** The drift moved no further than this proof demands: what a single sign-in may teach. */
    public long nearestTo(long driftMillis) {
        return Math.clamp(driftMillis, earliestMillis, latestMillis);
    }
}
