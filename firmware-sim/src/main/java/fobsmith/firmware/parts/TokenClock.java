package fobsmith.firmware.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A token's own clock: a crystal that drifts, a correction that the token's chip adds to it, and the faults that befall both.
 * Knows real time only as it is told; guarded by its token.
 */
public final class TokenClock {
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final String serial;
    private final DriftingClock crystal;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private Duration correction = Duration.ZERO;

    /** The clock of the token of this serial, without faults. */
    public TokenClock(String serial, DriftingClock crystal) {
        this.serial = serial;
        this.crystal = crystal;
    }

    public Instant shown(Instant now) {
        return shown(correction, now);
    }

    /** What the clock would show with another correction. */
    public Instant shown(Duration otherCorrection, Instant now) {
        return crystal.shown(now).plus(otherCorrection);
    }

    /** The correction with which the clock would show this instant. */
    public Duration correctionTo(Instant shown, Instant now) {
        return Duration.between(crystal.shown(now), shown);
    }

    /** The chip adds so much to what the crystal says, from now on. */
    public void correct(Duration otherCorrection) {
        correction = otherCorrection;
    }

    public long errorMillis(Instant now) {
        return Duration.between(now, shown(now)).toMillis();
    }

    /** From 1970 to 9999. */
    public void set(Instant time, Instant now) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "time %s of token %s is not between 1970 and 9999".formatted(time, serial));
        }
        crystal.set(time.minus(correction), now);
    }

    /** The clock was told the time: whatever it was reset to is mended. */
    public void forgetReset() {
        faults.remove(Fault.RESET_TO_2000);
    }

    public void adopt(Drift drift, Instant now) {
        crystal.adopt(drift, now);
    }

    public Drift drift() {
        return crystal.drift();
    }

    /** From where, and since when, the crystal has run undisturbed. */
    public ClockSetting setting() {
        return crystal.setting();
    }

    public void fault(Fault fault, Instant now) {
        if (faults.add(fault) && fault == Fault.RESET_TO_2000) {
            set(YEAR_2000, now);
        }
        crystal.run(powered(), now);
    }

    public void mend(Fault fault, Instant now) {
        faults.remove(fault);
        crystal.run(powered(), now);
    }

    private boolean powered() {
        return !has(Fault.STOPPED_CLOCK) && !has(Fault.DEAD_BATTERY);
    }

    public boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** In the order of their declaration. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The code as a person reads it off the display. */
    public String asRead(String code) {
        return has(Fault.DARK_LCD_SEGMENT) ? code.replace('8', '6').replace('9', '5') : code;
    }
}
