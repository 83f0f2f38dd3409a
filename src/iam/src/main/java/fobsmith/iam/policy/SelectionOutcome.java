package fobsmith.iam.policy;

import java.util.List;

/**
 * Whether the action or resource of a request is one that a statement is about.
 *
 * @param element Action, NotAction, Resource or NotResource
 * @param patterns as in the policy
 * @param value of the request
 * @param matching the first pattern that matches the value; empty if none does
 */
public record SelectionOutcome(String element, List<String> patterns, String value, String matching, boolean holds) {

    /** One sentence. */
    public String explanation() {
        var matched = matching.isEmpty() ? "none of " + Quoted.all(patterns) : Quoted.of(matching);
        return "%s %s: %s matches %s".formatted(element, holds ? "holds" : "does not hold", matched, Quoted.of(value));
    }
}
