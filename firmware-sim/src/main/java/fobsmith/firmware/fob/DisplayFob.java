package fobsmith.firmware.fob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A display-only TOTP fob: no wire, a clock of its own, codes by RFC 6238. Thread-safe. Holds a copy of its seed, wiped by
 * {@link #close}, after which the fob refuses everything.
 */
public final class DisplayFob implements AutoCloseable {
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_SEED = 255;

    private final FobDescription description;
    private final byte[] seed;
    private final InstantSource realTime;
    private final DriftingClock clock;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private Instant litUntil = Instant.MIN;
    private boolean removed;

    /** Copies the seed of 1 to 255 bytes; the caller wipes its own. */
    public DisplayFob(FobDescription description, byte[] seed, InstantSource realTime) {
        if (seed.length == 0 || seed.length > LONGEST_SEED) {
            throw new IllegalArgumentException(
                    "a seed of %d bytes is not between 1 and %d".formatted(seed.length, LONGEST_SEED));
        }
        this.description = description;
        this.seed = seed.clone();
        this.realTime = realTime;
        this.clock = new DriftingClock(description.drift(), realTime.instant());
    }

    public String serial() {
        return description.serial();
    }

    /** What a person looking at the fob now would read. */
    public synchronized Display display() {
        var now = now();
        if (faults.contains(Fault.DEAD_BATTERY) || !lit(now)) {
            return new Display(serial(), "", 0);
        }
        var profile = description.profile();
        long seconds = clock.shown(now).getEpochSecond();
        var code = Hotp.value(seed, profile, Math.floorDiv(seconds, profile.step()));
        return new Display(serial(), asRead(code), profile.step() - Math.floorMod(seconds, profile.step()));
    }

    private boolean lit(Instant now) {
        return !description.button() || now.isBefore(litUntil);
    }

    private String asRead(String code) {
        return faults.contains(Fault.DARK_LCD_SEGMENT) ? code.replace('8', '6').replace('9', '5') : code;
    }

    public synchronized FobState state() {
        var now = now();
        var shown = clock.shown(now);
        return new FobState(
                serial(),
                description.button() ? "display-only fob with button" : "display-only fob",
                description.profile(),
                shown,
                Duration.between(now, shown).toMillis(),
                clock.drift(),
                List.copyOf(faults));
    }

    /**
     * Presses the button: the display shows codes for a while.
     *
     * @throws RefusedException where the fob has no button
     */
    public synchronized void press() {
        var now = now();
        if (!description.button()) {
            throw new RefusedException("token %s has no button".formatted(serial()));
        }
        litUntil = now.plus(description.lit());
    }

    /** The clock shows this instant now and runs on at its own rate. From 1970 to 9999. */
    public synchronized void setTime(Instant time) {
        set(time, now());
        faults.remove(Fault.RESET_TO_2000);
    }

    /** Moves the clock by so much; positive makes it fast. */
    public synchronized void shift(Duration by) {
        var now = now();
        set(clock.shown(now).plus(by), now);
    }

    private void set(Instant time, Instant now) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "time %s of token %s is not between 1970 and 9999".formatted(time, serial()));
        }
        clock.set(time, now);
    }

    /** The clock runs on from what it shows, at the rate of a fob of the drift's shelf time; its past error is not redone. */
    public synchronized void setDrift(Drift drift) {
        clock.adopt(drift, now());
    }

    /** Switches a fault on; doing so twice changes nothing. */
    public synchronized void fault(Fault fault) {
        var now = now();
        if (faults.add(fault) && fault == Fault.RESET_TO_2000) {
            clock.set(YEAR_2000, now);
        }
        clock.run(powered(), now);
    }

    /** Switches a fault off; its damage to the clock stays. */
    public synchronized void mend(Fault fault) {
        var now = now();
        faults.remove(fault);
        clock.run(powered(), now);
    }

    private boolean powered() {
        return !faults.contains(Fault.STOPPED_CLOCK) && !faults.contains(Fault.DEAD_BATTERY);
    }

    private Instant now() {
        if (removed) {
            throw new RefusedException("token %s has been removed".formatted(serial()));
        }
        return realTime.instant();
    }

    /** Wipes the seed. */
    @Override
    public synchronized void close() {
        Arrays.fill(seed, (byte) 0);
        removed = true;
    }

    synchronized boolean wiped() {
        return Arrays.equals(seed, new byte[seed.length]);
    }

    @Override
    public String toString() {
        return "DisplayFob[%s]".formatted(serial());
    }
}
