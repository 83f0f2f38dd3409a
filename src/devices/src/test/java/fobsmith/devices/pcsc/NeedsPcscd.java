package fobsmith.devices.pcsc;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test class where no pcscd of its own can be started, and says in one line why. */
public final class NeedsPcscd implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var missing = PrivatePcscd.missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("pcscd can be started");
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.println("skipped: tests that need a pcscd of their own; to run them: " + missing.get());
        }
        return ConditionEvaluationResult.disabled("needs a pcscd of its own: " + missing.get());
    }
}
