package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.SessionTokens.Grant;
import fobsmith.registry.Token;
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
        var code = SignIn.of(call.input());
        call.input().requireValid();

        requireLongTermKey(call);

        var device = code.isPresent() ? code.get().take(call) : null;
        try (var grant = grant(call, seconds, device)) {
            CredentialsXml.render(call, grant);
        }
    }

    private static void requireLongTermKey(Call call) {
        if (call.caller().session() != null) {
            throw new IamException(IamError.ACCESS_DENIED, "Cannot call GetSessionToken with session credentials");
        }
    }

    private static Grant grant(Call call, int seconds, @Nullable Token device) {
        var ids = call.registry().identifiers();
        return new Grant(call.caller().user().id(), ids.sessionKey(), ids.secret(), call.begin(seconds, device));
    }
}
