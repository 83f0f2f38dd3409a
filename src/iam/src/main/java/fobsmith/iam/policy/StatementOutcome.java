package fobsmith.iam.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why one statement did or did not apply to a request.
 *
 * @param number where it stands in its policy, from 1
 * @param sid empty if it has none
 */
public record StatementOutcome(
        String policy,
        int number,
        String sid,
        Effect effect,
        SelectionOutcome action,
        SelectionOutcome resource,
        List<ConditionOutcome> conditions) {

    public boolean applies() {
        return action.holds() && resource.holds() && conditions.stream().allMatch(ConditionOutcome::holds);
    }

    /** Its policy, and its Sid or number. */
    public String label() {
        return "policy %s, statement %s".formatted(Quoted.bare(policy), sid.isEmpty() ? "#" + number : sid);
    }

    /** One sentence for its action, its resource and each condition, whether they hold or not. */
    public List<String> explanations() {
        return Stream.concat(
                        Stream.of(action.explanation(), resource.explanation()),
                        conditions.stream().map(ConditionOutcome::explanation))
                .toList();
    }
}
