package fobsmith.devices;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;

/** A session with a token that takes seeds whose codes it tells only to who touches it. */
public interface TouchedProfiles {
    /**
     * Says what the token cannot do before anything is changed.
     *
     * @throws DeviceException.Unsupported where this token, with its firmware, knows no touch
     */
    void requireTouch();

    /** As {@link SeedProfiles#write}; somebody has to touch the token before each code. */
    void writeTouched(int profile, OtpProfile.Totp otp, Seed seed, String title);
}
