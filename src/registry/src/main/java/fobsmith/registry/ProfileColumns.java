package fobsmith.registry;

import fobsmith.oath.HmacAlgorithm;
import fobsmith.oath.OtpProfile;
import java.time.Duration;

/** A profile as the columns {@code otp, algorithm, digits, step_seconds}; a HOTP token's step is 0. */
record ProfileColumns(String otp, String algorithm, int digits, long stepSeconds) {

    static ProfileColumns of(OtpProfile profile) {
        return switch (profile) {
            case OtpProfile.Totp totp ->
                new ProfileColumns(
                        "totp",
                        totp.algorithm().name(),
                        totp.digits(),
                        totp.timeStep().toSeconds());
            case OtpProfile.Hotp hotp ->
                new ProfileColumns("hotp", hotp.algorithm().name(), hotp.digits(), 0);
        };
    }

    static OtpProfile profile(Row row) {
        var algorithm = HmacAlgorithm.parse(row.text("algorithm"));
        int digits = (int) row.number("digits");
        return row.text("otp").equals("hotp")
                ? new OtpProfile.Hotp(algorithm, digits)
                : new OtpProfile.Totp(algorithm, digits, Duration.ofSeconds(row.number("step_seconds")));
    }

    String canonical() {
        return "%s %s %d %d".formatted(otp, algorithm, digits, stepSeconds);
    }
}
