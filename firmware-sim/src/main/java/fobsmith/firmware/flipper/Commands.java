package fobsmith.firmware.flipper;

import java.util.Map;
import java.util.Optional;

/** The console's commands; {@code totp} is one of them only while the application is open. */
final class Commands {
    private static final String APPLICATION = "totp";

    private final Application application;
    private final Authenticator authenticator;
    private final Map<String, Command> byName;

    Commands(Application application, SystemCommands system) {
        this.application = application;
        this.authenticator = new Authenticator(application);
        this.byName = Map.of(
                "device_info", Command.plain(system::deviceInfo),
                "info", Command.plain(system::info),
                "date", Command.plain(new DateCommand(application.rtc())::run),
                "loader", Command.plain(new LoaderCommand(application)::run),
                "help", Command.plain(system::help),
                "?", Command.plain(system::help));
    }

    Optional<Dialogue> run(String line, Output output) {
        var arguments = new Arguments(line);
        var name = arguments.word().orElseThrow();
        if (name.equals(APPLICATION) && application.isOpen()) {
            return authenticator.run(arguments, output);
        }
        var command = byName.get(name);
        if (command == null) {
            output.coloured("31", "could not find command `%s`, try `help`".formatted(name));
            return Optional.empty();
        }
        return command.run(arguments, output);
    }
}
