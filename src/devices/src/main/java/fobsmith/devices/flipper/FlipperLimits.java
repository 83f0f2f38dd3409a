package fobsmith.devices.flipper;

import fobsmith.devices.DeviceException;
import fobsmith.oath.OtpProfile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** What the Authenticator can be told; anything else is refused before it is typed. */
final class FlipperLimits {
    /** It keeps as many tokens as its memory card has room for; a serial number has room for two digits. */
    static final int PROFILES = 100;

    /** The longest that RFC 6238 has an example of; a line of it is far from the end of the shell's. */
    private static final int LONGEST_SEED = 64;

    private static final int LONGEST_TITLE = 32;
    private static final int SHORTEST_STEP = 15;
    private static final int LONGEST_STEP = 255;

    /** The clock counts years in two digits. */
    private static final Instant FIRST =
            OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private static final Instant END =
            OffsetDateTime.of(2100, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).toInstant();

    private FlipperLimits() {}

    static void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        requireProfile(profile);
        requireCodes(otp);
        require(
                seedBytes >= 1 && seedBytes <= LONGEST_SEED,
                "a seed of %d bytes is not typed into a Flipper (1 to %d)".formatted(seedBytes, LONGEST_SEED));
        require(
                !title.isEmpty() && title.length() <= LONGEST_TITLE,
                "a title of %d characters does not fit onto a Flipper (1 to %d)"
                        .formatted(title.length(), LONGEST_TITLE));
        require(
                title.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"'),
                "a title with other characters than ASCII's, or with a double quote, cannot be typed into a Flipper");
    }

    static void requireProfile(int profile) {
        require(
                profile >= 0 && profile < PROFILES,
                "a Flipper has no profile %d (0 to %d)".formatted(profile, PROFILES - 1));
    }

    private static void requireCodes(OtpProfile otp) {
        require(
                otp.digits() == 6 || otp.digits() == 8,
                "a Flipper cannot show codes of %d digits (5, 6 or 8)".formatted(otp.digits()));
        switch (otp) {
            case OtpProfile.Hotp _ ->
                throw new DeviceException.Unsupported(
                        "the counting tokens of a Flipper are not written; its profiles follow the clock");
            case OtpProfile.Totp totp -> requireStep(totp.timeStep().toSeconds());
        }
    }

    private static void requireStep(long seconds) {
        require(
                seconds >= SHORTEST_STEP && seconds <= LONGEST_STEP,
                "a Flipper cannot change its code every %d s (%d to %d)"
                        .formatted(seconds, SHORTEST_STEP, LONGEST_STEP));
    }

    static void requireClock(Instant instant) {
        require(
                !instant.isBefore(FIRST) && instant.isBefore(END),
                "the clock of a Flipper cannot show %s (the years 2000 to 2099)".formatted(instant));
    }

    /** As the Authenticator calls it: {@code sha256}. */
    static String algorithm(OtpProfile otp) {
        return otp.algorithm().name().toLowerCase(Locale.ROOT);
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new DeviceException.Unsupported(otherwise);
        }
    }
}
