package fobsmith.iam.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param headers beside those that every answer has
 */
public record WireAnswer(int status, String requestId, String body, Map<String, String> headers) {
    public WireAnswer {
        headers = Map.copyOf(headers);
    }

    public static WireAnswer of(int status, String requestId, String body) {
        return new WireAnswer(status, requestId, body, Map.of());
    }

    static WireAnswer redirect(String requestId, String location) {
        return new WireAnswer(302, requestId, "", Map.of("location", location));
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
