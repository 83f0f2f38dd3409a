package fobsmith.iam.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire, nothing decoded.
 *
 * @param path percent-encoded as received
 * @param query percent-encoded as received; empty if there is none
 * @param headers by lower-case name, values in the order received
 * @param body lent for the length of the request; never changed
 * @param address of the caller
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireRequest(
        String method, String path, String query, Map<String, List<String>> headers, byte[] body, String address) {

    /** What no client of the query protocol sends. */
    public boolean isUntypedPost() {
        return method.equals("POST") && header("content-type").isEmpty();
    }

    /** Headers may hold session tokens, bodies codes. */
    @Override
    public String toString() {
        return "WireRequest[%s %s, %d bytes, from %s]".formatted(method, path, body.length, address);
    }

    /** The value of a header. One sent repeatedly reads as a list with commas (RFC 9110 section 5.3): none of them wins. */
    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName))
                .filter(values -> !values.isEmpty())
                .map(values -> String.join(",", values));
    }
}
