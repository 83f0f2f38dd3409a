package fobsmith.firmware.fob;

import fobsmith.firmware.parts.Algorithm;

/**
 * How a fob turns time into codes (RFC 6238 section 4).
 *
 * @param digits 6, 7, 8 or 10
 * @param step the time step in seconds, 1 to 86,400
 */
public record Profile(Algorithm algorithm, int digits, int step) {
    /** What nearly every fob on sale does: SHA-1, 6 digits, 30 seconds. */
    public static final Profile USUAL = new Profile(Algorithm.SHA1, 6, 30);

    private static final int LONGEST_STEP = 86_400;

    public Profile {
        if (digits != 6 && digits != 7 && digits != 8 && digits != 10) {
            throw new IllegalArgumentException("digits %d is not 6, 7, 8 or 10".formatted(digits));
        }
        if (step < 1 || step > LONGEST_STEP) {
            throw new IllegalArgumentException("step %d is not between 1 and %d seconds".formatted(step, LONGEST_STEP));
        }
    }
}
