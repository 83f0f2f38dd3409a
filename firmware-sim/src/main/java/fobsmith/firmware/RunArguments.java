package fobsmith.firmware;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link FobsmithSim} was asked to do. */
record RunArguments(RunningSimulator.Setting setting) {
    private static final String USAGE = "usage: run [FLEETFILE...] [--model MODEL [--serial S] [--count N]"
            + " [--images FOLDER] [--vpcd PORT | --pty LINK | --tcp PORT]] [--port N] [--usbip-port N] [--control FILE]";
    private static final String USUAL_USBIP_PORT = "3240";

    private static final Set<String> OF_MODELS = Set.of("--serial", "--count", "--images", "--vpcd", "--pty", "--tcp");
    private static final Set<String> OPTIONS = Set.of("--model", "--port", "--usbip-port", "--control");

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
        var options = new HashMap<String, String>();
        while (!rest.isEmpty()) {
            var argument = rest.remove();
            if (OPTIONS.contains(argument) || OF_MODELS.contains(argument)) {
                if (options.put(argument, value(argument, rest)) != null) {
                    throw new UsageException("%s is said twice (%s)".formatted(argument, USAGE));
                }
            } else {
                files.add(fleetFile(argument));
            }
        }
        var orders = orders(options);
        if (files.isEmpty() && orders.isEmpty()) {
            throw new UsageException(USAGE);
        }
        var control = Optional.ofNullable(options.get("--control"))
                .map(Path::of)
                .orElseGet(() -> ControlFile.usualPath(environment));
        return new RunArguments(new RunningSimulator.Setting(
                files,
                orders,
                port(options.getOrDefault("--port", "0")),
                control,
                port(options.getOrDefault("--usbip-port", USUAL_USBIP_PORT))));
    }

    private static List<FactoryOrder> orders(Map<String, String> options) {
        var model = options.get("--model");
        if (model == null) {
            requireNoneOf(options, OF_MODELS);
            return List.of();
        }
        try {
            return List.of(FactoryOrder.of(
                            model,
                            Optional.ofNullable(options.get("--serial")),
                            Integer.parseInt(options.getOrDefault("--count", "1")),
                            Optional.ofNullable(options.get("--images")).map(Path::of))
                    .pluggedInto(outlet(options)));
        } catch (NumberFormatException e) {
            throw new UsageException("count %s is not a number".formatted(options.get("--count")));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Outlet outlet(Map<String, String> options) {
        var pty = options.get("--pty");
        return Outlets.choose(
                portOrNull(options.get("--vpcd")), pty == null ? null : Path.of(pty), portOrNull(options.get("--tcp")));
    }

    private static @Nullable Integer portOrNull(@Nullable String text) {
        return text == null ? null : port(text);
    }

    private static void requireNoneOf(Map<String, String> options, Set<String> ofModels) {
        for (var option : ofModels) {
            if (options.containsKey(option)) {
                throw new UsageException("%s needs --model (%s)".formatted(option, USAGE));
            }
        }
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
