package fobsmith.firmware.flipper;

import java.util.Optional;

/** Deletes an entry, if its user really wants. */
final class DeleteCommand implements Command {
    private final Application application;

    DeleteCommand(Application application) {
        this.application = application;
    }

    @Override
    public Optional<Dialogue> run(Arguments arguments, Output output) {
        var index = Indexes.read(arguments, application.entries());
        if (index.isEmpty()) {
            output.invalidArguments();
            return Optional.empty();
        }
        var option = arguments.word().orElse("");
        if (option.equalsIgnoreCase("-f")) {
            delete(index.getAsInt(), output);
            return Optional.empty();
        }
        if (!option.isEmpty()) {
            output.line("Unknown argument \"%s\"".formatted(option)).invalidArguments();
            return Optional.empty();
        }
        return ask(index.getAsInt(), output);
    }

    private Optional<Dialogue> ask(int index, Output output) {
        output.line(Colour.WARNING, "WARNING!")
                .line(
                        Colour.WARNING,
                        "TOKEN \"%s\" WILL BE PERMANENTLY DELETED WITHOUT ABILITY TO RECOVER IT."
                                .formatted(application.entries().get(index).name()))
                .line(Colour.WARNING, "Confirm? [y/n]");
        return Optional.of(new Confirmation(() -> delete(index, output)));
    }

    private void delete(int index, Output output) {
        var name = application.entries().get(index).name();
        output.processing();
        boolean deleted = application.entries().remove(index);
        output.deleteLastLine();
        AskForSeed.tell(deleted, "Token \"%s\" has been successfully deleted".formatted(name), output);
        if (deleted) {
            application.select(0);
        }
    }
}
