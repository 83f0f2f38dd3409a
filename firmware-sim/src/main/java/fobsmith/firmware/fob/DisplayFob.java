package fobsmith.firmware.fob;

import fobsmith.firmware.parts.ClockedToken;
import fobsmith.firmware.parts.Display;
import fobsmith.firmware.parts.DriftingClock;
import fobsmith.firmware.parts.Fault;
import fobsmith.firmware.parts.Hotp;
import fobsmith.firmware.parts.RefusedException;
import fobsmith.firmware.parts.TokenClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * A display-only TOTP fob: no wire, a clock of its own, codes by RFC 6238. Thread-safe. Holds a copy of its seed, wiped by
 * {@link #close}, after which the fob refuses everything.
 */
public final class DisplayFob implements ClockedToken {
    private static final int LONGEST_SEED = 255;

    private final FobDescription description;
    private final byte[] seed;
    private final InstantSource realTime;
    private final TokenClock clock;
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
        this.clock = new TokenClock(description.serial(), new DriftingClock(description.drift(), realTime.instant()));
    }

    @Override
    public String serial() {
        return description.serial();
    }

    @Override
    public synchronized Display display() {
        var now = now();
        if (clock.has(Fault.DEAD_BATTERY) || !lit(now)) {
            return new Display(serial(), "", 0);
        }
        var profile = description.profile();
        long seconds = clock.shown(now).getEpochSecond();
        long timeStep = Math.floorDiv(seconds, profile.step());
        var code = Hotp.value(seed, profile.algorithm(), profile.digits(), timeStep);
        return new Display(serial(), clock.asRead(code), profile.step() - Math.floorMod(seconds, profile.step()));
    }

    private boolean lit(Instant now) {
        return !description.button() || now.isBefore(litUntil);
    }

    @Override
    public synchronized FobState state() {
        var now = now();
        return new FobState(
                serial(),
                description.button() ? "display-only fob with button" : "display-only fob",
                description.profile(),
                clock.shown(now),
                clock.errorMillis(now),
                clock.drift(),
                clock.faults());
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

    @Override
    public synchronized void disturb(BiConsumer<TokenClock, Instant> work) {
        work.accept(clock, now());
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
