package fobsmith.desk;

import fobsmith.registry.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Why there is no window, as one sentence and a hint on the terminal; a stack trace is for our mistakes only. */
final class StartFailures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        err.println("fobsmith: " + failure.getMessage());
        switch (failure) {
            case RegistryException registry -> err.println("hint: " + registry.hint());
            case CannotStart cannot -> err.println("hint: " + cannot.hint());
            case IllegalArgumentException _ -> {}
            default -> LOG.error("internal error", failure);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    /** The machine lacks something. */
    static final class CannotStart extends RuntimeException {
        private final String hint;

        CannotStart(String message, String hint) {
            super(message);
            this.hint = hint;
        }

        String hint() {
            return hint;
        }
    }
}
