package fobsmith.iam.operation;

import fobsmith.iam.Caller;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.SessionTokens.Grant;
import fobsmith.registry.Token;
import java.util.Collections;
import java.util.List;
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
        return new Grant(
                call.caller().user().id(),
                ids.sessionKey(),
                ids.secret(),
                device == null ? session(call, seconds) : session(call, seconds, device));
    }

    private static Caller.Session session(Call call, int seconds) {
        var now = call.beginning();
        return new Caller.Session(call.caller().longTermKeyId(), now, now.plusSeconds(seconds), null);
    }

    /** Begins no earlier than the user was given the device, and ends with it where it is a temporary one. */
    private static Caller.Session session(Call call, int seconds, Token device) {
        var begin = Collections.max(List.of(call.beginning(), device.enabledSince()));
        var end = begin.plusSeconds(seconds);
        var last = device.expiresAt();
        return new Caller.Session(
                call.caller().longTermKeyId(),
                begin,
                last == null || end.isBefore(last) ? end : last,
                device.serial().value());
    }
}
