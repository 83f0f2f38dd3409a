package fobsmith.iam;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpauthKey;
import fobsmith.registry.Registry;

/** What an authenticator app is told of a new virtual device, so that it shows it as it shows those of AWS. */
public final class AppKey {
    private static final String ISSUER = "Amazon Web Services";

    private AppKey() {}

    /**
     * With a fresh seed, under this label at the account's alias, or number. The caller closes it.
     *
     * @param label what stands before the account: the device's name, or its user's
     */
    public static OtpauthKey fresh(Registry registry, String label) {
        var account = registry.account().alias().orElse(registry.accountId());
        return new OtpauthKey(registry.identifiers().seed(), OtpProfile.Totp.STANDARD, ISSUER, label + "@" + account);
    }
}
