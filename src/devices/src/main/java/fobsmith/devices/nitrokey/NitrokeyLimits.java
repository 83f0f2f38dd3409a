package fobsmith.devices.nitrokey;

import fobsmith.devices.DeviceException;
import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Instant;

/** What a Nitrokey Pro can be told; anything else is refused before it is sent. */
final class NitrokeyLimits {
    /** That follow the clock; those that count come after them. */
    static final int PROFILES = 15;

    static final int COUNTING_PROFILES = 3;

    private static final int LONGEST_SEED = 40;
    private static final int LONGEST_TITLE = 15;

    /** The firmware keeps the time step in 64 bits and computes with 16 of them; 0 would divide by zero. */
    private static final int LONGEST_STEP = 0xffff;

    private NitrokeyLimits() {}

    static void requireFits(int profile, OtpProfile otp, int seedBytes, String title) {
        requireProfile(profile);
        requireCodes(profile, otp);
        require(
                seedBytes >= 1 && seedBytes <= LONGEST_SEED,
                "a seed of %d bytes does not fit into a Nitrokey Pro (1 to %d)".formatted(seedBytes, LONGEST_SEED));
        require(
                !title.isEmpty() && title.length() <= LONGEST_TITLE,
                "a title of %d characters does not fit into a Nitrokey Pro (1 to %d)"
                        .formatted(title.length(), LONGEST_TITLE));
        require(
                title.chars().allMatch(c -> c >= ' ' && c <= '~'),
                "a Nitrokey Pro cannot keep the title \"%s\" (ASCII only)".formatted(title));
    }

    static void requireProfile(int profile) {
        require(
                profile >= 0 && profile < PROFILES + COUNTING_PROFILES,
                "a Nitrokey Pro has no profile %d (0 to %d)".formatted(profile, PROFILES + COUNTING_PROFILES - 1));
    }

    /** One that follows the clock. */
    static void requireTotp(int profile) {
        requireProfile(profile);
        require(
                profile < PROFILES,
                "profile %d of a Nitrokey Pro counts events (0 to %d follow the clock)"
                        .formatted(profile, PROFILES - 1));
    }

    /** One that counts. */
    static void requireHotp(int profile) {
        requireProfile(profile);
        require(
                profile >= PROFILES,
                "profile %d of a Nitrokey Pro follows the clock (%d to %d count events)"
                        .formatted(profile, PROFILES, PROFILES + COUNTING_PROFILES - 1));
    }

    static void requireCounter(long counter) {
        require(counter >= 0, "a Nitrokey Pro cannot count from %d (0 or more)".formatted(counter));
    }

    private static void requireCodes(int profile, OtpProfile otp) {
        require(
                otp.digits() == 6 || otp.digits() == 8,
                "a Nitrokey Pro cannot compute codes of %d digits (6 or 8)".formatted(otp.digits()));
        require(
                otp.algorithm() == HmacAlgorithm.SHA1,
                "a Nitrokey Pro cannot compute codes with %s (SHA1)".formatted(otp.algorithm()));
        switch (otp) {
            case OtpProfile.Hotp _ -> requireHotp(profile);
            case OtpProfile.Totp totp -> {
                requireTotp(profile);
                require(
                        totp.timeStep().toSeconds() <= LONGEST_STEP,
                        "a Nitrokey Pro cannot change its code every %d s (1 to %d)"
                                .formatted(totp.timeStep().toSeconds(), LONGEST_STEP));
            }
        }
    }

    /** To the firmware zeros mean: keep the seed that is there. Looks at every byte, whatever it finds. */
    static void requireNotAllZero(byte[] seed) {
        int all = 0;
        for (byte b : seed) {
            all |= b;
        }
        require(all != 0, "a Nitrokey Pro takes a seed of zeros for none");
    }

    static void requireClock(Instant instant) {
        require(
                !instant.isBefore(Instant.EPOCH),
                "the clock of a Nitrokey Pro cannot show %s (%s or later)".formatted(instant, Instant.EPOCH));
    }

    private static void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new DeviceException.Unsupported(otherwise);
        }
    }
}
