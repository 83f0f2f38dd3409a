package fobsmith.firmware.parts;

import java.time.Duration;
import java.time.Instant;

/** The crystal of a token's clock. Knows real time only as it is told; guarded by its token. */
public final class DriftingClock {
    private Drift drift;
    private ClockSetting setting;
    private boolean running = true;

    /** A clock set at production and left alone on the shelf until now. */
    public DriftingClock(Drift drift, Instant now) {
        this(drift, ClockSetting.ofProduction(drift, now));
    }

    /** A clock that was left alone since it was set so. */
    public DriftingClock(Drift drift, ClockSetting setting) {
        this.drift = drift;
        this.setting = setting;
    }

    Drift drift() {
        return drift;
    }

    ClockSetting setting() {
        return setting;
    }

    Instant shown(Instant now) {
        if (!running) {
            return setting.shown();
        }
        var elapsed = Duration.between(setting.setAt(), now);
        return setting.shown().plus(elapsed).plus(gained(setting.setAt(), now));
    }

    private Duration gained(Instant from, Instant to) {
        return gainedUntil(to).minus(gainedUntil(from));
    }

    private Duration gainedUntil(Instant instant) {
        return drift.gainedAt(Duration.between(setting.produced(), instant));
    }

    void set(Instant shown, Instant now) {
        setting = new ClockSetting(setting.produced(), now, shown);
    }

    /** Runs on from what it shows, as a token of the new drift's shelf time would. */
    void adopt(Drift other, Instant now) {
        setting = new ClockSetting(now.minus(other.shelfTime()), now, shown(now));
        drift = other;
    }

    void run(boolean on, Instant now) {
        set(shown(now), now);
        running = on;
    }
}
