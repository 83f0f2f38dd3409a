package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Drift;
import fobsmith.firmware.parts.DriftingClock;
import fobsmith.firmware.parts.TokenClock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of a token: a crystal on a battery, which nothing ever sets, and corrections in flash, one for all profiles or,
 * where assumed, one for each. Whoever takes up the flash later finds the crystal as if it had run on.
 */
final class Rtc {
    private final boolean perProfile;
    private final InstantSource realTime;
    private final TokenClock clock;
    private Memory memory;

    /** One that keeps a correction for each profile, or for all of them the same. */
    Rtc(String serial, Drift drift, boolean perProfile, Memory memory, InstantSource realTime) {
        this.perProfile = perProfile;
        this.realTime = realTime;
        this.memory = memory;
        this.clock =
                new TokenClock(serial, new DriftingClock(drift, memory.crystal().orElseThrow()));
        clock.correct(memory.correction());
    }

    /** The firmware has started again. */
    void restart(Memory other) {
        memory = other;
        clock.correct(memory.correction());
    }

    TokenClock clock() {
        return clock;
    }

    Instant shown() {
        return clock.shown(realTime.instant());
    }

    Instant shown(int profile) {
        return clock.shown(memory.correction(profile), realTime.instant());
    }

    /** CONFIG sets the clock. */
    void set(int profile, Instant time) {
        var correction = clock.correctionTo(time, realTime.instant());
        if (perProfile) {
            memory.keepCorrection(profile, correction);
        }
        memory.keepCorrection(correction);
        clock.correct(correction);
        clock.forgetReset();
    }

    /** Somebody has disturbed the crystal. */
    void keepCrystal() {
        memory.keepCrystal(clock.setting());
    }
}
