package fobsmith.iam.console;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpVerifier;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time steps whose codes a sign-in would take at one moment; those below the token's next step are consumed.
 *
 * @param centre the step that the token is believed to show
 */
public record SignInWindow(long lowest, long centre, long highest) {

    /** Null for a token that signs nobody in. */
    static @Nullable SignInWindow of(Token token, Instant now) {
        return switch (token.profile()) {
            case OtpProfile.Totp totp
            when token.state() == TokenState.ENABLED ->
                new SignInWindow(
                        OtpVerifier.firstStepOfSignIn(totp, token.clock(), now),
                        Math.floorDiv(
                                now.toEpochMilli() + token.clock().driftMillis(),
                                totp.timeStep().toMillis()),
                        OtpVerifier.lastStepOfSignIn(totp, token.clock(), now));
            case OtpProfile.Totp _, OtpProfile.Hotp _ -> null;
        };
    }
}
