package fobsmith.firmware;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** What {@link FobsmithSim} was asked to do. */
record RunArguments(List<Path> fleetFiles, int port, Path controlFile) {
    private static final String USAGE = "usage: run FLEETFILE... [--port N] [--control FILE]";

    /** The arguments make no sense. */
    static final class UsageException extends RuntimeException {
        UsageException(String message) {
            super(message);
        }
    }

    static RunArguments parse(List<String> arguments, Map<String, String> environment) {
        var rest = new ArrayDeque<>(arguments);
        if (!"run".equals(rest.poll())) {
            throw new UsageException(USAGE);
        }
        var files = new ArrayList<Path>();
        int port = 0;
        var control = ControlFile.usualPath(environment);
        while (!rest.isEmpty()) {
            var argument = rest.remove();
            switch (argument) {
                case "--port" -> port = port(value(argument, rest));
                case "--control" -> control = Path.of(value(argument, rest));
                default -> files.add(fleetFile(argument));
            }
        }
        if (files.isEmpty()) {
            throw new UsageException(USAGE);
        }
        return new RunArguments(files, port, control);
    }

    private static Path fleetFile(String argument) {
        if (argument.startsWith("-")) {
            throw new UsageException("unknown option %s (%s)".formatted(argument, USAGE));
        }
        return Path.of(argument);
    }

    private static String value(String option, Queue<String> rest) {
        var value = rest.poll();
        if (value == null) {
            throw new UsageException("%s lacks its value (%s)".formatted(option, USAGE));
        }
        return value;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new UsageException("port %s is not between 0 and 65535".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
