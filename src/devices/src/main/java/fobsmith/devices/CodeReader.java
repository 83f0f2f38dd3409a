package fobsmith.devices;

import fobsmith.oath.OneTimePassword;
import fobsmith.oath.OtpProfile;
import java.time.Instant;

/** A session with a token that tells its codes over the link: what a person does before each code, the station does. */
public interface CodeReader {
    /**
     * The code that a profile shows at this time; the token's clock, where it has one, is set to it first.
     *
     * @throws DeviceException.Refused where the profile carries no seed, or somebody has to touch the token and did not,
     *     or codes are behind a {@link CodeLock}
     */
    OneTimePassword readCode(int profile, OtpProfile.Totp otp, Instant at);
}
