package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a single-profile token can be told; it does not look at the values itself, so anything else is refused before it is sent. */
final class SingleProfileLimits {
    private static final int DIGITS = 6;
    private static final Set<Duration> TIME_STEPS = Set.of(Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final int LONGEST_SEED = 63;

    /** The clock counts seconds in four bytes, without a sign. */
    private static final Instant END_OF_TIME = Instant.ofEpochSecond(0xffff_ffffL);

    private SingleProfileLimits() {}

    static void requireFits(OtpProfile otp, int seedBytes) {
        require(
                otp.digits() == DIGITS,
                "a single-profile token cannot show codes of %d digits (6)".formatted(otp.digits()));
        require(
                otp.algorithm() != HmacAlgorithm.SHA512,
                "a single-profile token cannot compute codes with %s (SHA1 or SHA256)".formatted(otp.algorithm()));
        require(
                otp instanceof OtpProfile.Totp,
                "a single-profile token cannot count events; its codes follow the clock");
        if (otp instanceof OtpProfile.Totp totp) {
            require(
                    TIME_STEPS.contains(totp.timeStep()),
                    "a single-profile token cannot change its code every %d s (30 or 60)"
                            .formatted(totp.timeStep().toSeconds()));
        }
        require(
                seedBytes >= 1 && seedBytes <= LONGEST_SEED,
                "a seed of %d bytes does not fit into a single-profile token (1 to %d)"
                        .formatted(seedBytes, LONGEST_SEED));
    }

    static void requireProfile(int profile) {
        require(profile == 0, "a single-profile token has no profile %d (0 only)".formatted(profile));
    }

    static void requireClock(Instant instant) {
        require(
                !instant.isBefore(Instant.EPOCH) && !instant.isAfter(END_OF_TIME),
                "the clock of a single-profile token cannot show %s (%s to %s)"
                        .formatted(instant, Instant.EPOCH, END_OF_TIME));
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new DeviceException.Unsupported(otherwise);
        }
    }
}
