package fobsmith.firmware.flipper;

import java.util.Optional;

/** One of the console's commands, or of the application's. */
interface Command {
    /** What comes next; nothing where it is done at once. */
    Optional<Dialogue> run(Arguments arguments, Output output);

    /** A command that asks nothing. */
    interface Plain {
        void run(Arguments arguments, Output output);
    }

    static Command plain(Plain command) {
        return (arguments, output) -> {
            command.run(arguments, output);
            return Optional.empty();
        };
    }
}
