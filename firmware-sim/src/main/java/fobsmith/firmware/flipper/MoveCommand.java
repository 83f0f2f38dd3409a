package fobsmith.firmware.flipper;

/** Gives an entry another place in the list. */
final class MoveCommand {
    private final Entries entries;

    MoveCommand(Entries entries) {
        this.entries = entries;
    }

    void run(Arguments arguments, Output output) {
        var from = Indexes.read(arguments, entries);
        var to = Indexes.read(arguments, entries);
        if (from.isEmpty() || to.isEmpty()) {
            output.invalidArguments();
        } else if (from.equals(to)) {
            output.line(Colour.ERROR, "New token number matches current token number");
        } else {
            move(from.getAsInt(), to.getAsInt(), output);
        }
    }

    private void move(int from, int to, Output output) {
        var name = entries.get(from).name();
        output.processing();
        boolean moved = entries.move(from, to);
        output.deleteLastLine();
        AskForSeed.tell(moved, "Token \"%s\" has been successfully updated".formatted(name), output);
    }
}
