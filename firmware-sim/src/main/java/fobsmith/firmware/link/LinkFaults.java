package fobsmith.firmware.link;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The switch for what goes wrong with one token's link: one fault at a time. Thread-safe. */
public final class LinkFaults {
    /** As often as there are exchanges, until it is switched off. */
    public static final long UNTIL_MENDED = Long.MAX_VALUE;

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private @Nullable Setting setting;

    /**
     * A fault that is on.
     *
     * @param times how many exchanges it will strike, or {@link #UNTIL_MENDED}
     * @param delay how late an answer comes, where that is the fault; up to a minute
     */
    public record Setting(LinkFault fault, long times, Duration delay) {
        public Setting {
            if (times < 1) {
                throw new IllegalArgumentException("%d times are less than one".formatted(times));
            }
            if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
                throw new IllegalArgumentException("a delay of %d ms is not between 0 and %d"
                        .formatted(delay.toMillis(), LONGEST_DELAY.toMillis()));
            }
        }
    }

    /** Lets the next exchanges meet this fault, in place of any other. */
    public synchronized void on(Setting wanted) {
        setting = wanted;
    }

    /** Switches this fault off; nothing happens where it is not on. */
    public synchronized void off(LinkFault fault) {
        if (setting != null && setting.fault == fault) {
            setting = null;
        }
    }

    /** What the next exchange will meet. */
    public synchronized Optional<Setting> current() {
        return Optional.ofNullable(setting);
    }

    /** What strikes the exchange that begins now. */
    synchronized Optional<Setting> strike() {
        var striking = setting;
        if (striking == null) {
            return Optional.empty();
        }
        if (striking.times != UNTIL_MENDED) {
            setting = striking.times == 1 ? null : new Setting(striking.fault, striking.times - 1, striking.delay);
        }
        return Optional.of(striking);
    }

    /** Waits so long; whoever is interrupted meanwhile waits no longer. */
    static void wait(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
