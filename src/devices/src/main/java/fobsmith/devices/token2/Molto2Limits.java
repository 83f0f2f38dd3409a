package fobsmith.devices.token2;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What a Molto2 can be told; anything else is refused before it is sent. */
final class Molto2Limits {
    static final int PROFILES = 100;

    /** The token knows codes of 4 digits as well, which no profile of ours has. */
    private static final Set<Integer> DIGITS = Set.of(6, 8, 10);

    private static final Set<Duration> TIME_STEPS = Set.of(Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final int LONGEST_SEED = 63;
    private static final int LONGEST_TITLE = 12;

    /** The clock counts seconds in four bytes, without a sign. */
    private static final Instant END_OF_TIME = Instant.ofEpochSecond(0xffff_ffffL);

    private Molto2Limits() {}

    static void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        requireProfile(profile);
        requireCodes(otp);
        require(
                seedBytes >= 1 && seedBytes <= LONGEST_SEED,
                "a seed of %d bytes does not fit into a Molto2 (1 to %d)".formatted(seedBytes, LONGEST_SEED));
        require(
                !title.isEmpty() && title.length() <= LONGEST_TITLE,
                "a title of %d characters does not fit into a Molto2 (1 to %d)"
                        .formatted(title.length(), LONGEST_TITLE));
        require(
                title.chars().allMatch(c -> c >= ' ' && c <= '~'),
                "a Molto2 cannot show the title \"%s\" (ASCII only)".formatted(title));
    }

    static void requireProfile(int profile) {
        require(
                profile >= 0 && profile < PROFILES,
                "a Molto2 has no profile %d (0 to %d)".formatted(profile, PROFILES - 1));
    }

    private static void requireCodes(OtpProfile otp) {
        require(
                DIGITS.contains(otp.digits()),
                "a Molto2 cannot show codes of %d digits (4, 6, 8 or 10)".formatted(otp.digits()));
        require(
                otp.algorithm() != HmacAlgorithm.SHA512,
                "a Molto2 cannot compute codes with %s (SHA1 or SHA256)".formatted(otp.algorithm()));
        switch (otp) {
            case OtpProfile.Hotp _ ->
                throw new DeviceException.Unsupported("a Molto2 cannot count events; its codes follow the clock");
            case OtpProfile.Totp totp ->
                require(
                        TIME_STEPS.contains(totp.timeStep()),
                        "a Molto2 cannot change its code every %d s (30 or 60)"
                                .formatted(totp.timeStep().toSeconds()));
        }
    }

    static void requireClock(Instant instant) {
        require(
                !instant.isBefore(Instant.EPOCH) && !instant.isAfter(END_OF_TIME),
                "the clock of a Molto2 cannot show %s (%s to %s)".formatted(instant, Instant.EPOCH, END_OF_TIME));
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new DeviceException.Unsupported(otherwise);
        }
    }
}
