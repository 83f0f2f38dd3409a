package fobsmith.iam.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the Authorization header apart: {@code algorithm Credential=…, SignedHeaders=…, Signature=…}. */
final class AuthorizationHeader {
    private AuthorizationHeader() {}

    static Authorization read(String header, WireRequest request) {
        int blank = header.indexOf(' ');
        var parts = parts(blank < 0 ? "" : header.substring(blank + 1), header);
        requireAll(parts, request);
        return new Authorization(
                blank < 0 ? header : header.substring(0, blank),
                parts.getOrDefault("Credential", ""),
                Authorization.names(parts.getOrDefault("SignedHeaders", "")),
                parts.getOrDefault("Signature", ""),
                SigningTime.text(request).orElse(""),
                request.header(SignedRequest.TOKEN).orElse(null),
                null,
                false);
    }

    private static Map<String, String> parts(String text, String header) {
        var parts = new HashMap<String, String>();
        for (var part : text.split(",", -1)) {
            if (!part.isBlank()) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    throw Authorization.incomplete(
                            "'%s' not a valid key=value pair (missing equal-sign) in Authorization header: '%s'."
                                    .formatted(part.strip(), header));
                }
                var name = part.substring(0, equals).strip();
                if (parts.put(name, part.substring(equals + 1).strip()) != null) {
                    throw Authorization.incomplete(
                            "Authorization header has more than one '%s' parameter.".formatted(name));
                }
            }
        }
        return parts;
    }

    /** All that is missing goes into one message, the date too, although it is a header of its own. */
    private static void requireAll(Map<String, String> parts, WireRequest request) {
        var missing = new ArrayList<String>();
        for (var name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!parts.containsKey(name)) {
                missing.add("Authorization header requires '%s' parameter.".formatted(name));
            }
        }
        if (SigningTime.text(request).isEmpty()) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (!missing.isEmpty()) {
            throw Authorization.incomplete(String.join(" ", missing));
        }
    }
}
