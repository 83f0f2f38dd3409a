package fobsmith.devices.pcsc;

import fobsmith.oath.Needed;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test class where no pcscd of its own can be started, and says in one line why; where CI is true it fails instead. */
public final class NeedsPcscd implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = PrivatePcscd.missing();
        var result = evaluate(missing, Needed.isDemanded());
        if (result.isDisabled() && context.getTestMethod().isEmpty()) {
            System.err.println("skipped: tests that need a pcscd of their own; to run them: " + missing.orElseThrow());
        }
        return result;
    }

    static ConditionEvaluationResult evaluate(Optional<String> missing, boolean demanded) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("pcscd can be started");
        }
        var why = "needs a pcscd of its own: " + missing.get();
        if (demanded) {
            throw new IllegalStateException(why);
        }
        return ConditionEvaluationResult.disabled(why);
    }
}
