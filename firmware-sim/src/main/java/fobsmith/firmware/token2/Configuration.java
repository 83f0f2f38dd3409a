package fobsmith.firmware.token2;

import fobsmith.firmware.parts.Algorithm;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a profile turns time into codes, in the bytes of CONFIG, which the firmware takes as they come.
 *
 * @param timeout of the display: 0 to 3
 * @param algorithm 1 SHA-1, 2 SHA-256
 * @param digits 4, 6, 8 or 10
 * @param step seconds; minutes where the top bits are 01
 */
record Configuration(int timeout, int algorithm, int digits, int step) {
    /** Assumed: how a profile is that was never configured. */
    static final Configuration FACTORY = new Configuration(1, 1, 6, 30);

    private static final List<Duration> TIMEOUTS =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
    private static final int MOST_DIGITS = 10;

    Configuration withTimeout(int other) {
        return new Configuration(other, algorithm, digits, step);
    }

    /** Whether the vendor's documents know all of the values. */
    boolean isDocumented() {
        return timeout < TIMEOUTS.size()
                && (algorithm == 1 || algorithm == 2)
                && Set.of(4, 6, 8, 10).contains(digits)
                && (step == 30 || step == 60);
    }

    Duration lit() {
        return TIMEOUTS.get(timeout % TIMEOUTS.size());
    }

    Algorithm hash() {
        return algorithm == 2 ? Algorithm.SHA256 : Algorithm.SHA1;
    }

    int stepSeconds() {
        return step >> 6 == 1 ? (step & 0x3f) * 60 : step;
    }

    /** Real firmware does not check its configuration, and divides by a step of zero. */
    boolean canShowCodes() {
        return stepSeconds() > 0 && digits > 0 && digits <= MOST_DIGITS;
    }
}
