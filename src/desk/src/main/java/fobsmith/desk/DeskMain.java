package fobsmith.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;

/** Starts the desk. Exit codes: 0 closed, 1 failed, 2 usage. */
public final class DeskMain {
    private DeskMain() {}

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var command = new DeskCommand(InstantSource.system(), new SecureRandom(), System.getenv());
        System.exit(commandLine(command).execute(arguments));
    }

    static CommandLine commandLine(DeskCommand command) {
        var line = new CommandLine(command);
        line.setExecutionExceptionHandler(new StartFailures());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }
}
