package fobsmith.firmware.flipper;

import java.util.Optional;

/** A new entry. Its options are looked at before its seed is asked for. */
final class AddCommand implements Command {
    private final Application application;

    AddCommand(Application application) {
        this.application = application;
    }

    @Override
    public Optional<Dialogue> run(Arguments arguments, Output output) {
        var name = arguments.perhapsQuoted();
        if (name.isEmpty()) {
            output.invalidArguments();
            return Optional.empty();
        }
        var options = new EntryOptions(Entry.usual(name.get()), arguments, output);
        if (!options.read(false)) {
            output.invalidArguments();
            return Optional.empty();
        }
        var done = "Token \"%s\" has been successfully added".formatted(name.get());
        return AskForSeed.ask(options, seed -> add(options.entry(), seed), done, output);
    }

    /** The display shows it then. */
    private boolean add(Entry entry, byte[] seed) {
        boolean added = application.entries().add(entry, seed);
        if (added) {
            application.select(application.entries().size() - 1);
        }
        return added;
    }
}
