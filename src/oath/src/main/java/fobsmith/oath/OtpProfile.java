package fobsmith.oath;

import java.time.Duration;
import java.time.Instant;

/** How a seed becomes codes: everything but the seed itself. */
public sealed interface OtpProfile {

    /** The hash inside the HMAC. */
    HmacAlgorithm algorithm();

    /** Length of a code: 6, 7, 8 or 10 decimal digits. */
    int digits();

    /** Event-based: RFC 4226. */
    record Hotp(HmacAlgorithm algorithm, int digits) implements OtpProfile {
        public Hotp {
            requireDigits(digits);
        }
    }

    /** Time-based: RFC 6238, T0 = the Unix epoch, time step in whole seconds, a day at most. */
    record Totp(HmacAlgorithm algorithm, int digits, Duration timeStep) implements OtpProfile {

        private static final Duration LONGEST_STEP = Duration.ofDays(1);

        /** SHA-1, 6 digits, 30 s: the only profile IAM takes. */
        public static final Totp STANDARD = new Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(30));

        public Totp {
            requireDigits(digits);
            if (timeStep.compareTo(LONGEST_STEP) > 0
                    || timeStep.isNegative()
                    || timeStep.isZero()
                    || timeStep.toNanos() % 1_000_000_000 != 0) {
                throw new IllegalArgumentException(
                        "time step %s is not a whole number of seconds up to a day".formatted(timeStep));
            }
        }

        /** The number of the time step that contains this instant (RFC 6238 section 4.2). */
        public long stepAt(Instant instant) {
            return Math.floorDiv(instant.toEpochMilli(), stepMillis());
        }

        long stepMillis() {
            return timeStep.toMillis();
        }
    }

    private static void requireDigits(int digits) {
        if (digits != 6 && digits != 7 && digits != 8 && digits != 10) {
            throw new IllegalArgumentException(
                    "codes of %d digits are not supported (6, 7, 8 or 10)".formatted(digits));
        }
    }
}
