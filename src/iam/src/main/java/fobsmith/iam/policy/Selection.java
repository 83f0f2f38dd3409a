package fobsmith.iam.policy;

import java.util.List;

/**
 * The Action or Resource of a statement, or its opposite.
 *
 * @param element its name in the policy
 * @param excepting whether it is NotAction or NotResource
 */
record Selection(String element, boolean excepting, List<Criterion> patterns) {

    SelectionOutcome examine(String value, RequestContext context) {
        var matching = patterns.stream()
                .filter(pattern -> pattern.accepts(value, context))
                .map(Criterion::written)
                .findFirst();
        return new SelectionOutcome(
                element,
                patterns.stream().map(Criterion::written).toList(),
                value,
                matching.orElse(""),
                matching.isPresent() != excepting);
    }
}
