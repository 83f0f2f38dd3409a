package fobsmith.iam.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What policies are asked about. Unchangeable.
 *
 * @param principal the ARN of who asks
 * @param action such as {@code iam:EnableMFADevice}
 * @param resource the ARN that the action is authorised against, {@code *} if it has none: see {@link PolicyAction}
 * @param keys condition keys, whatever their case (here they are folded), with their values; a key without values is a
 *     missing key
 */
public record RequestContext(String principal, String action, String resource, Map<String, List<String>> keys) {

    public RequestContext {
        var copy = new HashMap<String, List<String>>();
        keys.forEach((key, values) -> copy.put(ContextKey.folded(key), List.copyOf(values)));
        keys = Collections.unmodifiableMap(copy);
    }

    /** With the one key that follows from the principal, aws:PrincipalArn. */
    public static RequestContext of(String principal, String action, String resource) {
        return new RequestContext(principal, action, resource, Map.of(ContextKey.PRINCIPAL_ARN, List.of(principal)));
    }

    /** The same request with a key more, or with other values of a key. */
    public RequestContext with(String key, List<String> values) {
        var more = new HashMap<>(keys);
        more.put(ContextKey.folded(key), values);
        return new RequestContext(principal, action, resource, more);
    }

    public RequestContext with(String key, String... values) {
        return with(key, List.of(values));
    }

    /** With the time of the request, aws:CurrentTime and aws:EpochTime. */
    public RequestContext at(Instant time) {
        return with(ContextKey.CURRENT_TIME, time.toString())
                .with(ContextKey.EPOCH_TIME, Long.toString(time.getEpochSecond()));
    }

    /** Empty if the request has no such key. */
    public List<String> values(String key) {
        return keys.getOrDefault(ContextKey.folded(key), List.of());
    }
}
