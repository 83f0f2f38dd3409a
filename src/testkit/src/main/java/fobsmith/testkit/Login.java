package fobsmith.testkit;

import fobsmith.registry.User;
import java.nio.charset.StandardCharsets;

/** A user with an access key, for the credentials of an AWS client. */
public final class Login {
    private final String userName;
    private final String userId;
    private final String accessKeyId;
    private final byte[] secret;

    Login(User user, String accessKeyId, byte[] secret) {
        userName = user.name();
        userId = user.id();
        this.accessKeyId = accessKeyId;
        this.secret = secret;
    }

    public String userName() {
        return userName;
    }

    /** {@code AIDA…}, as GetCallerIdentity says it. */
    public String userId() {
        return userId;
    }

    public String accessKeyId() {
        return accessKeyId;
    }

    public String secretAccessKey() {
        return new String(secret, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(userName, accessKeyId);
    }
}
