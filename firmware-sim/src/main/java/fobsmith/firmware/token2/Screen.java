package fobsmith.firmware.token2;

import java.time.Instant;

/**
 * Which profile the one display shows, and for how long.
 *
 * @param until real time at which it goes dark
 */
record Screen(int profile, Instant until) {
    static final Screen DARK = new Screen(0, Instant.MIN);

    boolean shows(int other, Instant now) {
        return profile == other && isLit(now);
    }

    boolean isLit(Instant now) {
        return now.isBefore(until);
    }
}
