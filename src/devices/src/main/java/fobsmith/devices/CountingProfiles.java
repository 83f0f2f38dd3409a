package fobsmith.devices;

import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.util.List;

/**
 * A session with a token some of whose profiles count events instead of following a clock (RFC 4226). They are numbered on
 * after those of {@link SeedProfiles}, which says what fits into them, looks whether they carry a seed, and erases them too.
 */
public interface CountingProfiles {
    /**
     * A profile that carries a seed.
     *
     * @param counter of the next code
     */
    record Counting(int profile, String title, int digits, long counter) {}

    /** The numbers of all of them, in order. */
    List<Integer> countingProfiles();

    /** Those that carry a seed, in order. */
    List<Counting> counting();

    /**
     * Gives a profile its title and its seed. The token must be unlocked and the profile empty.
     *
     * @param counter of the first code; not negative
     * @throws DeviceException.Refused where the profile carries a seed; it is never overwritten
     */
    void write(int profile, OtpProfile.Hotp otp, Seed seed, String title, long counter);

    /**
     * The next code, which is used up by that: the token's counter has gone on before it tells it.
     *
     * @throws DeviceException.Refused where the profile carries no seed
     */
    OneTimePassword nextCode(int profile, OtpProfile.Hotp otp);
}
