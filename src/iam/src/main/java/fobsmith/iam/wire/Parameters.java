package fobsmith.iam.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The members of a request in the query protocol. Unknown ones are ignored; of equal names the first wins. */
public final class Parameters {
    private final Map<String, String> values = new HashMap<>();

    private Parameters() {}

    public static Parameters of(WireRequest request) {
        var parameters = new Parameters();
        parameters.add(request.query());
        parameters.add(new String(request.body(), StandardCharsets.UTF_8));
        return parameters;
    }

    private void add(String encoded) {
        QueryEncoding.pairs(encoded).forEach(pair -> values.putIfAbsent(pair.name(), pair.value()));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether any name begins so. */
    public boolean hasBelow(String prefix) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }
}
