package fobsmith.iam.policy;

import java.util.List;

/** One statement of a policy. It applies where its action, its resource and every condition match. */
public final class Statement {
    private final int number;
    private final String sid;
    private final Effect effect;
    private final Selection action;
    private final Selection resource;
    private final List<Condition> conditions;

    Statement(int number, String sid, Effect effect, Selection action, Selection resource, List<Condition> conditions) {
        this.number = number;
        this.sid = sid;
        this.effect = effect;
        this.action = action;
        this.resource = resource;
        this.conditions = List.copyOf(conditions);
    }

    /** Where it stands in its policy, from 1. */
    public int number() {
        return number;
    }

    /** Empty if it has none. */
    public String sid() {
        return sid;
    }

    public Effect effect() {
        return effect;
    }

    StatementOutcome examine(String policy, RequestContext context) {
        return new StatementOutcome(
                policy,
                number,
                sid,
                effect,
                action.examine(context.action(), context),
                resource.examine(context.resource(), context),
                conditions.stream().map(condition -> condition.examine(context)).toList());
    }
}
