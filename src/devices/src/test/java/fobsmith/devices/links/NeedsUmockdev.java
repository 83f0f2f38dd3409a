package fobsmith.devices.links;

import fobsmith.oath.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Skips test classes where umockdev's preload library is not in this JVM, and says in one line how many; where CI is true it fails
 * instead.
 */
final class NeedsUmockdev implements ExecutionCondition {
    private static final String REMEDY = "apt-get install umockdev";

    /** Told at the end of the run. */
    private static final class Skipped implements AutoCloseable {
        private final AtomicInteger classes = new AtomicInteger();

        @Override
        public void close() {
            System.err.println("skipped: tests that need umockdev, in %d classes; to run them: %s"
                    .formatted(classes.get(), REMEDY));
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var result = evaluate(isPreloaded(), Needed.isDemanded());
        if (result.isDisabled() && context.getTestMethod().isEmpty()) {
            context.getRoot()
                    .getStore(Namespace.create(NeedsUmockdev.class))
                    .getOrComputeIfAbsent(Skipped.class, _ -> new Skipped(), Skipped.class)
                    .classes
                    .incrementAndGet();
        }
        return result;
    }

    static ConditionEvaluationResult evaluate(boolean preloaded, boolean demanded) {
        if (preloaded) {
            return ConditionEvaluationResult.enabled("umockdev is preloaded");
        }
        var why = "needs umockdev: " + REMEDY;
        if (demanded) {
            throw new IllegalStateException(why);
        }
        return ConditionEvaluationResult.disabled(why);
    }

    /** Asked of the kernel, for the loader merely warns of a library that it does not find. */
    private static boolean isPreloaded() {
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.anyMatch(line -> line.contains("libumockdev-preload"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
