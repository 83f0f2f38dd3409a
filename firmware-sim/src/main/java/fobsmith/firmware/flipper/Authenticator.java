package fobsmith.firmware.flipper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The application's commands. All but help, version and reset want its PIN first, where it has one. */
final class Authenticator {
    private final Application application;
    private final Map<String, Command> byName = new HashMap<>();

    Authenticator(Application application) {
        this.application = application;
        open(Command.plain(HelpCommand::help), "", "help", "h", "?");
        open(Command.plain(HelpCommand::version), "version");
        open(new ResetCommand(application), "reset");
        guarded(Command.plain(new ListCommand(application.entries())::run), "list", "ls");
        guarded(Command.plain(new DetailsCommand(application.entries())::run), "lsattr", "cat");
        guarded(new AddCommand(application), "add", "mk", "new");
        guarded(new UpdateCommand(application.entries()), "update");
        guarded(new DeleteCommand(application), "delete", "rm");
        guarded(Command.plain(new MoveCommand(application.entries())::run), "move", "mv");
        guarded(Command.plain(new NotifyCommand(application.memory())::run), "notify");
        guarded(Command.plain(new TimezoneCommand(application)::run), "timezone", "tz");
        guarded(Command.plain(new AutomationCommand(application.memory())::run), "automation");
        guarded(new ExportCommand(application.entries()), "export");
        // Looks at its arguments before it asks for the PIN.
        open(new PinCommand(application, this::unlocked), "pin");
    }

    private void open(Command command, String... names) {
        for (var name : names) {
            byName.put(name, command);
        }
    }

    private void guarded(Command command, String... names) {
        open((arguments, output) -> unlocked(command, arguments, output), names);
    }

    private Optional<Dialogue> unlocked(Command command, Arguments arguments, Output output) {
        if (!application.isLocked()) {
            return command.run(arguments, output);
        }
        output.line("Pleases enter PIN on your flipper device");
        return Optional.of(new PinWait(() -> command.run(arguments, output)));
    }

    Optional<Dialogue> run(Arguments arguments, Output output) {
        var name = arguments.word().orElse("");
        var command = byName.get(name);
        if (command == null) {
            output.text(
                    Colour.ERROR,
                    "Command \"%s\" is unknown. Use \"help\" command to get list of available commands."
                            .formatted(name));
            return Optional.empty();
        }
        return command.run(arguments, output);
    }
}
