package fobsmith.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** A command that cannot be understood: what is wrong, and how it is used. */
final class Misuse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        var err = command.getErr();
        err.println("fobsmith: " + misuse.getMessage());
        command.usage(err);
        return ExitCode.USAGE;
    }
}
