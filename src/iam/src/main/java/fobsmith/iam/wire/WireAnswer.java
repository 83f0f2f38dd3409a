package fobsmith.iam.wire;

import java.nio.charset.StandardCharsets;

/**
 * What goes back over the wire.
 *
 * @param location where a redirect points; empty for anything else
 */
public record WireAnswer(int status, String requestId, String body, String location) {
    static WireAnswer of(int status, String requestId, String body) {
        return new WireAnswer(status, requestId, body, "");
    }

    static WireAnswer redirect(String requestId, String location) {
        return new WireAnswer(302, requestId, "", location);
    }

    /** Bodies hold secrets. */
    @Override
    public String toString() {
        return "WireAnswer[%d, request %s]".formatted(status, requestId);
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
