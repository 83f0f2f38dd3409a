package fobsmith.iam.policy;

import java.util.List;
import java.util.Optional;

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
        return first(Effect.DENY, outcomes)
                .<Decision>map(deny -> new Decision.ExplicitlyDenied(deny, outcomes))
                .or(() -> first(Effect.ALLOW, outcomes).map(allow -> new Decision.Allowed(allow, outcomes)))
                .orElseGet(() -> new Decision.ImplicitlyDenied(outcomes));
    }

    private static Optional<StatementOutcome> first(Effect effect, List<StatementOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.effect() == effect && outcome.applies())
                .findFirst();
    }
}
