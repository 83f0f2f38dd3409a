package fobsmith.desk.stock;

import fobsmith.iam.console.TokenDetail;
import fobsmith.oath.OtpProfile;
import org.jspecify.annotations.Nullable;

/**
 * How far a token's clock may be off just now with its codes still taken at a sign-in: the sign-in window, about the drift that is
 * remembered.
 *
 * @param lowest in seconds; negative where it is slow
 * @param highest likewise
 */
record DriftBand(double lowest, double highest) {

    /** Null for a token that signs nobody in. */
    static @Nullable DriftBand of(TokenDetail detail) {
        var window = detail.window();
        if (window == null || !(detail.token().profile() instanceof OtpProfile.Totp totp)) {
            return null;
        }
        double drift = detail.token().clock().driftMillis() / 1000.0;
        double step = totp.timeStep().toMillis() / 1000.0;
        return new DriftBand(
                drift - (window.centre() - window.lowest()) * step,
                drift + (window.highest() - window.centre()) * step);
    }
}
