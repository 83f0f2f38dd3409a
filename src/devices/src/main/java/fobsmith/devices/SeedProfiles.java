package fobsmith.devices;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.InstantSource;

/** A session with a token that takes seeds, one to a profile, and never gives them back. */
public interface SeedProfiles {
    /** How many profiles follow a clock; the first is number 0. Others, which count, are {@link CountingProfiles}. */
    int profiles();

    /** Whether a profile carries a seed. */
    boolean carriesSeed(int profile);

    /**
     * Says what the model cannot do before anything is changed.
     *
     * @throws DeviceException.Unsupported naming the value and what is possible
     */
    void requireFits(int profile, OtpProfile otp, int seedBytes, String title);

    /** Deletes a profile's seed, if it carries one. */
    void erase(int profile);

    /**
     * Sets the token's clock, the way of its codes and its title, and gives it the seed, in the order the model needs. The
     * token must be unlocked and the profile empty.
     *
     * @param title what the display shows beside the code
     * @throws DeviceException.Refused where the profile carries a seed; it is never overwritten
     */
    void write(int profile, OtpProfile.Totp otp, Seed seed, String title, InstantSource clock);
}
