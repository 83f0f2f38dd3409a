package fobsmith.cli.policy;

import fobsmith.iam.policy.ContextKey;
import fobsmith.iam.policy.RequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Condition keys as typed: {@code key=value}. */
final class Keys {
    private Keys() {}

    /** Takes the place of what the request had of these keys. */
    static RequestContext add(RequestContext request, List<String> typed) {
        var values = new HashMap<String, List<String>>();
        for (var one : typed) {
            int equals = one.indexOf('=');
            if (equals < 1 || one.lastIndexOf(':', equals) < 1) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a condition key and its value, such as aws:MultiFactorAuthPresent=true"
                                .formatted(one));
            }
            values.computeIfAbsent(ContextKey.folded(one.substring(0, equals)), _ -> new ArrayList<>())
                    .add(one.substring(equals + 1));
        }
        var complete = request;
        for (var key : values.entrySet()) {
            complete = complete.with(key.getKey(), key.getValue());
        }
        return complete;
    }
}
