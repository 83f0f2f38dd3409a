package fobsmith.firmware;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The bearer token of one run of the control API (RFC 6750): 256 random bits in base64url. Does not print itself. */
record Bearer(String value) {
    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;

    static Bearer random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Bearer(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Compares in constant time, so that answering times do not give the bearer away. */
    boolean isIn(String authorization) {
        return MessageDigest.isEqual(
                authorization.getBytes(UTF_8), authorization().getBytes(UTF_8));
    }

    /** The value of the Authorization header. */
    String authorization() {
        return SCHEME + value;
    }

    @Override
    public String toString() {
        return "Bearer[%d characters]".formatted(value.length());
    }
}
