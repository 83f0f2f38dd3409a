package fobsmith.iam.operation;

import fobsmith.iam.Caller;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.SessionTokens.Grant;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.RegistryRefusal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Needs no permission and heeds no policy; a code of one of the caller's own devices makes it a session with MFA. */
final class GetSessionToken implements Operation {
    @Override
    public String action() {
        return "GetSessionToken";
    }

    @Override
    public void answer(Call call) {
        int seconds = call.input().number("DurationSeconds", 900, 129_600, 43_200);
        var serial = call.input().optional("SerialNumber", Shape.STS_SERIAL_NUMBER);
        var code = call.input().optional("TokenCode", Shape.STS_TOKEN_CODE);
        call.input()
                .require(
                        serial.isPresent() == code.isPresent(),
                        "SerialNumber and TokenCode must be given together, or neither of them.");
        call.input().requireValid();

        requireLongTermKey(call);

        var mfaSerial = serial.isPresent() && code.isPresent() ? signIn(call, serial.get(), code.get()) : null;
        try (var grant = grant(call, seconds, mfaSerial)) {
            call.answer().element("Credentials", () -> render(call, grant));
        }
    }

    private static void requireLongTermKey(Call call) {
        if (call.caller().session() != null) {
            throw new IamException(IamError.ACCESS_DENIED, "Cannot call GetSessionToken with session credentials");
        }
    }

    /** The device's serial number as registered. */
    private static String signIn(Call call, String serial, String code) {
        return switch (look(call, serial, OneTimePassword.parse(code)).orElseThrow(GetSessionToken::unknownDevice)) {
            case CodeOutcome.Accepted accepted -> accepted.token().serial().value();
            case CodeOutcome.Refused _ ->
                // The blank at the end is AWS's, and clients match on it.
                throw new IamException(
                        IamError.ACCESS_DENIED,
                        "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        };
    }

    private static Optional<CodeOutcome> look(Call call, String serial, OneTimePassword code) {
        try {
            var user = call.caller().user();
            return Optional.of(call.registry().typedCodes().signIn(call.actor(), user, Call.serial(serial), code));
        } catch (RegistryRefusal.UnknownToken | IamException e) {
            return Optional.empty();
        }
    }

    private static IamException unknownDevice() {
        return new IamException(
                IamError.ACCESS_DENIED,
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is"
                        + " valid and associated with this user.");
    }

    private static Grant grant(Call call, int seconds, @Nullable String mfaSerial) {
        // The registry's time may be a little ahead of the wall clock, and a session must not begin before its user.
        var now = Collections.max(
                List.of(call.registry().now(), call.caller().user().sessionsValidFrom()));
        var ids = call.registry().identifiers();
        return new Grant(
                call.caller().user().id(),
                call.caller().accessKeyId(),
                ids.sessionKey(),
                ids.secret(),
                new Caller.Session(now, now.plusSeconds(seconds), mfaSerial));
    }

    private static void render(Call call, Grant grant) {
        var answer = call.answer();
        answer.element("AccessKeyId", grant.accessKeyId());
        answer.element("SecretAccessKey", new String(grant.secret(), StandardCharsets.US_ASCII));
        answer.element("SessionToken", call.sessions().seal(grant));
        answer.element("Expiration", grant.session().expiresAt());
    }
}
