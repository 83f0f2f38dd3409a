package fobsmith.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;

/** Somebody at the command line, in this JVM: types commands and reads what comes back. */
public final class Terminal {
    private final Surroundings surroundings;

    /** With these environment variables and no others; nobody types anything after a command. */
    public Terminal(InstantSource clock, Map<String, String> environment) {
        this(clock, environment, Reader.nullReader());
    }

    /** What a command asks for is typed by this reader. */
    public Terminal(InstantSource clock, Map<String, String> environment, Reader typed) {
        surroundings = new Surroundings(clock, new SecureRandom(), environment, new BufferedReader(typed));
    }

    /** Works on this registry, whose key file stands beside it. */
    public static Terminal on(Path registry, InstantSource clock) {
        return new Terminal(clock, Map.of("FOBSMITH_REGISTRY", registry.toString()));
    }

    public Printed type(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var commandLine = commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        var arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        return new Printed(commandLine.execute(arguments), out.toString(), err.toString());
    }

    /** The whole tree of commands. */
    public CommandLine commandLine() {
        return Main.commandLine(surroundings);
    }
}
