package fobsmith.iam;

import fobsmith.iam.policy.ConditionOutcome;
import fobsmith.iam.policy.Effect;
import fobsmith.iam.policy.StatementOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether policies allow an action on every user whatever. No request for one made-up user tells that: so only a Resource that
 * is plainly all of them counts, and a statement that denies the action for anybody at all speaks against it. Conditions count
 * where they ask about the caller and his session, not about the user.
 *
 * @param resources what is plainly every user
 */
record EveryUser(Set<String> resources) {

    static EveryUser of(String account) {
        return new EveryUser(Set.of("*", "arn:aws:iam::*:user/*", "arn:aws:iam::%s:user/*".formatted(account)));
    }

    /** What the statements say of a request for the action, whichever user it named. */
    boolean isAllowedBy(List<StatementOutcome> outcomes) {
        var about =
                outcomes.stream().filter(outcome -> outcome.action().holds()).toList();
        return about.stream().anyMatch(this::allows) && about.stream().noneMatch(EveryUser::mayDenySomebody);
    }

    private boolean allows(StatementOutcome outcome) {
        return outcome.effect() == Effect.ALLOW
                && outcome.resource().element().equals("Resource")
                && outcome.resource().patterns().stream().anyMatch(resources::contains)
                && outcome.conditions().stream().allMatch(condition -> isSameForAll(condition) && condition.holds());
    }

    private static boolean mayDenySomebody(StatementOutcome outcome) {
        return outcome.effect() == Effect.DENY
                && outcome.conditions().stream().allMatch(condition -> !isSameForAll(condition) || condition.holds());
    }

    private static boolean isSameForAll(ConditionOutcome condition) {
        return !condition.key().toLowerCase(Locale.ROOT).contains(":resource")
                && condition.wanted().stream().noneMatch(value -> value.contains("${"));
    }
}
