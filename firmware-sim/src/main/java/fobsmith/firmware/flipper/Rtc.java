package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.DriftingClock;
import fobsmith.firmware.parts.TokenClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The clock: a crystal on a battery that says what the clock on the wall says, and from which the application takes its
 * time zone away to have UTC. Whoever takes up the flash later finds the crystal as if it had run on.
 */
final class Rtc {
    private static final int DAYS = 7;

    private final InstantSource realTime;
    private final TokenClock clock;
    private Memory memory;
    private int weekdayShift;

    Rtc(FlipperDescription description, Memory memory, InstantSource realTime) {
        this.realTime = realTime;
        this.memory = memory;
        this.clock = new TokenClock(
                description.uid(),
                new DriftingClock(description.drift(), memory.crystal().orElseThrow()));
        applyTimezone();
    }

    /** The firmware has started again. */
    void restart(Memory other) {
        memory = other;
        applyTimezone();
    }

    void applyTimezone() {
        clock.correct(memory.settings().correction());
    }

    /** With the time zone taken away. */
    TokenClock clock() {
        return clock;
    }

    /** UTC, as the application believes. */
    Instant utc() {
        return clock.shown(realTime.instant());
    }

    /** What is on the wall. */
    LocalDateTime local() {
        return LocalDateTime.ofInstant(clock.shown(Duration.ZERO, realTime.instant()), ZoneOffset.UTC);
    }

    /** 1 for Monday, unless the clock was told otherwise. */
    int weekday() {
        return Math.floorMod(local().getDayOfWeek().getValue() - 1 + weekdayShift, DAYS) + 1;
    }

    /** Sets the clock on the wall; nobody looks whether the day of the week is right. */
    void set(LocalDateTime wall, int weekday) {
        var now = realTime.instant();
        clock.set(wall.toInstant(ZoneOffset.UTC).plus(memory.settings().correction()), now);
        clock.forgetReset();
        weekdayShift = weekday - wall.getDayOfWeek().getValue();
        keepCrystal();
    }

    /** Somebody has disturbed the crystal. */
    void keepCrystal() {
        memory.keepCrystal(clock.setting());
    }
}
