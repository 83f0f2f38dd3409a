package fobsmith.firmware.flipper;

import java.util.Arrays;
import java.util.Optional;

/** Another name, another seed, other ways. */
final class UpdateCommand implements Command {
    private final Entries entries;

    UpdateCommand(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Optional<Dialogue> run(Arguments arguments, Output output) {
        var index = Indexes.read(arguments, entries);
        if (index.isEmpty()) {
            output.invalidArguments();
            return Optional.empty();
        }
        int number = index.getAsInt();
        var options = new EntryOptions(entries.get(number), arguments, output);
        if (!options.read(true)) {
            output.invalidArguments();
            return Optional.empty();
        }
        var done = "Token \"%s\" has been successfully updated"
                .formatted(options.entry().name());
        if (options.newSeed()) {
            return AskForSeed.ask(options, seed -> entries.replace(number, options.entry(), seed), done, output);
        }
        AskForSeed.tell(keepSeed(number, options.entry()), done, output);
        return Optional.empty();
    }

    private boolean keepSeed(int number, Entry entry) {
        var seed = entries.seed(number);
        try {
            return entries.replace(number, entry, seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }
}
