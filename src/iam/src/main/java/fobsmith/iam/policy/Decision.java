package fobsmith.iam.policy;

import java.util.List;
import java.util.Optional;

/** What policies say about one request, and why. */
public sealed interface Decision {

    /** Of every statement, in the order of the policies. */
    List<StatementOutcome> outcomes();

    default boolean isAllowed() {
        return switch (this) {
            case Allowed _, Unasked _ -> true;
            case ExplicitlyDenied _, ImplicitlyDenied _ -> false;
        };
    }

    /** An explicit deny overrides every allow; what nothing allows is denied. */
    static Decision of(List<StatementOutcome> outcomes) {
        return first(Effect.DENY, outcomes)
                .<Decision>map(deny -> new ExplicitlyDenied(deny, outcomes))
                .or(() -> first(Effect.ALLOW, outcomes).map(allow -> new Allowed(allow, outcomes)))
                .orElseGet(() -> new ImplicitlyDenied(outcomes));
    }

    private static Optional<StatementOutcome> first(Effect effect, List<StatementOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.effect() == effect && outcome.applies())
                .findFirst();
    }

    /** One sentence. */
    default String explanation() {
        return switch (this) {
            case Allowed(var by, var _) -> "allowed by " + by.label();
            case ExplicitlyDenied(var by, var _) -> "denied by " + by.label();
            case ImplicitlyDenied _ -> "denied because no statement allows it";
            case Unasked _ -> "allowed because the action needs no permission";
        };
    }

    /**
     * Nothing denies it.
     *
     * @param by the first statement that allows it
     */
    record Allowed(StatementOutcome by, List<StatementOutcome> outcomes) implements Decision {}

    /**
     * A statement denies it, whatever others allow.
     *
     * @param by the first statement that denies it
     */
    record ExplicitlyDenied(StatementOutcome by, List<StatementOutcome> outcomes) implements Decision {}

    /** No statement applies. */
    record ImplicitlyDenied(List<StatementOutcome> outcomes) implements Decision {}

    /** The action needs no permission: not even an explicit deny has an effect on it. */
    record Unasked(List<StatementOutcome> outcomes) implements Decision {}
}
