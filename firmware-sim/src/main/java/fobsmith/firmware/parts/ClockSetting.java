package fobsmith.firmware.parts;

import java.time.Duration;
import java.time.Instant;

/**
 * From where a clock has run undisturbed.
 *
 * @param produced the instant from which its age counts
 * @param setAt real time at which it was set last
 * @param shown what it showed then
 */
public record ClockSetting(Instant produced, Instant setAt, Instant shown) {
    /** A clock set at production and left alone on the shelf until now. */
    public static ClockSetting ofProduction(Drift drift, Instant now) {
        var produced = now.minus(drift.shelfTime());
        return new ClockSetting(produced, produced, produced.plus(drift.errorAt(Duration.ZERO)));
    }
}
