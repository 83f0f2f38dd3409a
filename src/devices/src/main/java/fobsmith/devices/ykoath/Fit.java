package fobsmith.devices.ykoath;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;

/** What a token of the family can be told; anything else is refused before it is sent. */
final class Fit {
    /** Of the key as it is sent. */
    private static final int LONGEST_KEY = 64;

    private final Features features;

    Fit(Features features) {
        this.features = features;
    }

    void requireProfile(int profile) {
        Features.require(
                profile >= 0 && profile < features.credentials(),
                "a %s has no profile %d (0 to %d)".formatted(features.name(), profile, features.credentials() - 1));
    }

    /** The account is what the profile is called on the token. */
    void require(OtpProfile otp, int seedBytes, String title, String account) {
        var totp = requireCodes(otp);
        int key = PutBody.preparedLength(seedBytes, totp.algorithm());
        Features.require(
                seedBytes >= 1 && key <= LONGEST_KEY,
                "a seed of %d bytes for %s does not fit into a %s (1 to %d)"
                        .formatted(seedBytes, totp.algorithm(), features.name(), LONGEST_KEY));
        requireTitle(new CredentialId(totp.timeStep(), title, account));
    }

    OtpProfile.Totp requireCodes(OtpProfile otp) {
        Features.require(
                otp.digits() >= features.fewestDigits() && otp.digits() <= features.mostDigits(),
                "a %s cannot tell codes of %d digits (%d to %d)"
                        .formatted(features.name(), otp.digits(), features.fewestDigits(), features.mostDigits()));
        if (otp.algorithm() == HmacAlgorithm.SHA512) {
            features.require(Feature.SHA512);
        }
        Features.require(
                otp instanceof OtpProfile.Totp,
                "codes that count events are not written to a %s; they have to follow the clock"
                        .formatted(features.name()));
        return (OtpProfile.Totp) otp;
    }

    void requireTitle(CredentialId id) {
        Features.require(
                CredentialId.isIssuer(id.issuer()),
                "a %s cannot keep the title \"%s\" (no colon, no control character, no digits and slash at its beginning)"
                        .formatted(features.name(), id.issuer()));
        int length = id.encoded().length;
        Features.require(
                length <= CredentialId.LONGEST,
                "with the title \"%s\" a name has %d bytes, and a %s keeps %d"
                        .formatted(id.issuer(), length, features.name(), CredentialId.LONGEST));
    }
}
