package fobsmith.iam.operation;

import fobsmith.iam.SessionTokens.Grant;
import java.nio.charset.StandardCharsets;

/** The credentials of a session, shown once. */
final class CredentialsXml {
    private CredentialsXml() {}

    static void render(Call call, Grant grant) {
        var answer = call.answer();
        answer.element("Credentials", () -> {
            answer.element("AccessKeyId", grant.accessKeyId());
            answer.element("SecretAccessKey", new String(grant.secret(), StandardCharsets.US_ASCII));
            answer.element("SessionToken", call.sessions().seal(grant));
            answer.element("Expiration", grant.session().expiresAt());
        });
    }
}
