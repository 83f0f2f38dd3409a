package fobsmith.iam.policy;

import java.util.List;
import java.util.function.Predicate;

/**
 * One key under one operator of a statement's Condition. Several values of the policy are alternatives; for a negated
 * operator none of them may fit.
 *
 * <p>A key that the request lacks is one without values, so the rules for missing keys follow from those for lists. Without
 * a set operator a key of several values matches if any of them does, and a negated operator is the exact opposite of its
 * positive one; the User Guide leaves that open. Only what is no number or no date has neither.
 */
record Condition(ConditionOperator operator, String key, List<Criterion> values) {

    ConditionOutcome examine(RequestContext context) {
        var found = context.values(key);
        return new ConditionOutcome(
                operator.written(),
                key,
                values.stream().map(Criterion::written).toList(),
                found,
                holds(found, context));
    }

    private boolean holds(List<String> found, RequestContext context) {
        if (operator.comparison() == Comparison.NULL) {
            return isAccepted(Boolean.toString(found.isEmpty()), context);
        }
        var compared = operator.set() == SetOperator.NONE ? found : withoutEmptySet(found);
        if (operator.ifExists() && compared.isEmpty()) {
            return true;
        }
        boolean negated = operator.comparison().isNegated();
        Predicate<String> fits =
                value -> operator.comparison().canCompare(value) && isAccepted(value, context) != negated;
        return switch (operator.set()) {
            case NONE ->
                negated ? compared.stream().allMatch(fits) : compared.stream().anyMatch(fits);
            case FOR_ALL_VALUES -> compared.stream().allMatch(fits);
            case FOR_ANY_VALUE -> compared.stream().anyMatch(fits);
        };
    }

    private boolean isAccepted(String value, RequestContext context) {
        return values.stream().anyMatch(criterion -> criterion.accepts(value, context));
    }

    /** To set operators nothing but empty strings is an empty set, as the User Guide says. */
    private static List<String> withoutEmptySet(List<String> found) {
        return found.stream().allMatch(String::isEmpty) ? List.of() : found;
    }
}
