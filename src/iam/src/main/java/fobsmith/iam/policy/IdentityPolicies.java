package fobsmith.iam.policy;

import java.util.List;

/** All policies of one identity. An explicit deny overrides every allow; what nothing allows is denied. */
public record IdentityPolicies(List<NamedPolicy> policies) {

    public IdentityPolicies {
        policies = List.copyOf(policies);
    }

    /** Every statement is examined, whatever the others say, so that the decision explains itself. */
    public Decision decide(RequestContext request) {
        var outcomes = policies.stream()
                .flatMap(policy -> policy.document().statements().stream()
                        .map(statement -> statement.examine(policy.name(), request)))
                .toList();
        if (PolicyAction.find(request.action())
                .filter(PolicyAction::needsNoPermission)
                .isPresent()) {
            return new Decision.Unasked(outcomes);
        }
        return Decision.of(outcomes);
    }
}
