package fobsmith.iam.policy;

import java.util.List;

/**
 * Whether one condition of a statement holds.
 *
 * @param operator in full, such as {@code ForAnyValue:StringLikeIfExists}
 * @param wanted the values in the policy, as written
 * @param found the values in the request; empty if it lacks the key
 */
public record ConditionOutcome(String operator, String key, List<String> wanted, List<String> found, boolean holds) {

    /** One sentence. */
    public String explanation() {
        return "%s %s %s %s: the request has %s"
                .formatted(
                        operator,
                        Quoted.bare(key),
                        Quoted.all(wanted),
                        holds ? "holds" : "does not hold",
                        found.isEmpty() ? "no such key" : Quoted.all(found));
    }
}
