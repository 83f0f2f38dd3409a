package fobsmith.provisioning;

import fobsmith.oath.OtpProfile;

/**
 * What is to be written where.
 *
 * @param slot number of the token's profile; the first is 0
 * @param title what the token's display shows beside the code
 * @param overwrite destroy a seed that the profile carries
 * @param touch have the token tell its codes only to who touches it
 */
public record WriteOrder(int slot, OtpProfile.Totp profile, String title, boolean overwrite, boolean touch) {
    /** Codes are told without a touch. */
    public WriteOrder(int slot, OtpProfile.Totp profile, String title, boolean overwrite) {
        this(slot, profile, title, overwrite, false);
    }

    /** SHA-1, 6 digits, 30 s into the first profile: what IAM takes. */
    public static WriteOrder standard(String title) {
        return new WriteOrder(0, OtpProfile.Totp.STANDARD, title, false);
    }

    public WriteOrder intoSlot(int other) {
        return new WriteOrder(other, profile, title, overwrite, touch);
    }

    public WriteOrder overwriting() {
        return new WriteOrder(slot, profile, title, true, touch);
    }

    /** With codes that want a touch. */
    public WriteOrder touched() {
        return new WriteOrder(slot, profile, title, overwrite, true);
    }

    /** As long as the hash is wide: RFC 4226 section 4 (R6), RFC 6238 section 5.1. */
    int seedBytes() {
        return switch (profile.algorithm()) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
    }
}
