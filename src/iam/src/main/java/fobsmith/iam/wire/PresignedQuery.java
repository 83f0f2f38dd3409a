package fobsmith.iam.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a signature as parameters of the query: whoever has such a URL can send the request, without a secret. */
final class PresignedQuery {
    static final String SIGNATURE = "X-Amz-Signature";

    private static final String PREFIX = "X-Amz-";
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final String CREDENTIAL = "X-Amz-Credential";
    private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    private static final String DATE = "X-Amz-Date";

    private final Map<String, String> parts = new HashMap<>();

    private PresignedQuery() {}

    /** Empty unless the query names an algorithm. */
    static Optional<PresignedQuery> of(WireRequest request) {
        var query = new PresignedQuery();
        QueryEncoding.pairs(request.query()).stream()
                .filter(pair -> pair.name().startsWith(PREFIX))
                .forEach(query::add);
        return Optional.of(query).filter(found -> found.parts.containsKey(ALGORITHM));
    }

    private void add(QueryEncoding.Pair pair) {
        if (parts.put(pair.name(), pair.value()) != null) {
            throw Authorization.incomplete(
                    "AWS query-string parameters include more than one '%s'. Re-examine the query-string parameters."
                            .formatted(pair.name()));
        }
    }

    Authorization read() {
        requireAll();
        return new Authorization(
                part(ALGORITHM),
                part(CREDENTIAL),
                Authorization.names(part(SIGNED_HEADERS)),
                part(SIGNATURE),
                part(DATE),
                parts.get("X-Amz-Security-Token"),
                parts.get("X-Amz-Expires"),
                true);
    }

    /** An empty part is as good as none. */
    private void requireAll() {
        var missing = new ArrayList<String>();
        for (var name : List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE)) {
            if (part(name).isEmpty()) {
                missing.add("AWS query-string parameters must include '%s'. ".formatted(name));
            }
        }
        if (!missing.isEmpty()) {
            throw Authorization.incomplete(String.join("", missing) + "Re-examine the query-string parameters.");
        }
    }

    private String part(String name) {
        return parts.getOrDefault(name, "");
    }
}
