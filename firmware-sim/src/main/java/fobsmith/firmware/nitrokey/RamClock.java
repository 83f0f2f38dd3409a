package fobsmith.firmware.nitrokey;

import fobsmith.firmware.parts.DriftingClock;
import fobsmith.firmware.parts.TokenClock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A counter in RAM that counts seconds, from 0 since power came or from what the host has set it to since; the crystal of
 * the processor drives it. Without power there is none. Guarded by its token.
 */
final class RamClock {
    private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

    private final InstantSource realTime;
    private final TokenClock crystal;
    private long start;
    private boolean powered;

    RamClock(NitrokeyDescription description, InstantSource realTime) {
        this.realTime = realTime;
        this.crystal = new TokenClock(description.serial(), new DriftingClock(description.drift(), realTime.instant()));
    }

    /** Its drift and its faults. */
    TokenClock crystal() {
        return crystal;
    }

    void powerOn() {
        powered = true;
        set(0);
    }

    void powerOff() {
        powered = false;
    }

    boolean isPowered() {
        return powered;
    }

    /** What the counter stands at, unsigned. */
    long seconds() {
        return start + crystal.shown(realTime.instant()).getEpochSecond();
    }

    /** To so many seconds, unsigned; the next is a whole one away. */
    void set(long seconds) {
        start = seconds;
        crystal.set(Instant.EPOCH, realTime.instant());
    }

    /** From 1970 to 9999. */
    void set(Instant time) {
        crystal.set(time, realTime.instant());
        start = 0;
    }

    /** What it would be read as; 1970 without power, 9999 where it stands beyond. */
    Instant shown() {
        if (!powered) {
            return Instant.EPOCH;
        }
        return Long.compareUnsigned(seconds(), LATEST) > 0
                ? Instant.ofEpochSecond(LATEST)
                : crystal.shown(realTime.instant()).plusSeconds(start);
    }
}
