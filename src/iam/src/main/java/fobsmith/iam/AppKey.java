package fobsmith.iam;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthKey;
import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;

/** What an authenticator app is told of a new virtual device, so that it shows it as it shows those of AWS. */
public final class AppKey {
    private static final String ISSUER = "Amazon Web Services";

    private AppKey() {}

    /** With a fresh seed, under the device's name at the account's alias, or number. The caller closes it. */
    public static OtpauthKey fresh(Registry registry, SerialNumber.VirtualArn device) {
        var account = registry.account().alias().orElse(registry.accountId());
        return new OtpauthKey(
                registry.identifiers().seed(), OtpProfile.Totp.STANDARD, ISSUER, device.name() + "@" + account);
    }
}
