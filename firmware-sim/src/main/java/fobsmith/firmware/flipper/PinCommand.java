package fobsmith.firmware.flipper;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Sets or removes the PIN with which the application begins; the slot of the key it is encrypted with is only looked at. */
final class PinCommand implements Command {
    private static final int FIRST_SLOT = 12;
    private static final int LAST_SLOT = 100;

    private final Application application;
    private final Guard guard;

    /** Runs a command once the application is unlocked. */
    interface Guard {
        Optional<Dialogue> run(Command command, Arguments arguments, Output output);
    }

    PinCommand(Application application, Guard guard) {
        this.application = application;
        this.guard = guard;
    }

    @Override
    public Optional<Dialogue> run(Arguments arguments, Output output) {
        boolean set = false;
        boolean remove = false;
        boolean good = true;
        for (var word = arguments.word(); word.isPresent() && good; word = arguments.word()) {
            switch (word.get().toLowerCase(Locale.ROOT)) {
                case "set" -> set = true;
                case "remove" -> remove = true;
                case "-c" -> good = isSlot(arguments, output);
                default -> {
                    output.invalidArguments();
                    good = false;
                }
            }
        }
        if (set == remove) {
            output.invalidArguments();
            good = false;
        }
        if (!good) {
            return Optional.empty();
        }
        return guard.run(set ? (_, out) -> ask(out) : Command.plain((_, out) -> remove(out)), arguments, output);
    }

    private static boolean isSlot(Arguments arguments, Output output) {
        var slot = arguments.number(0, 255);
        boolean good = slot.isPresent() && slot.getAsInt() >= FIRST_SLOT && slot.getAsInt() <= LAST_SLOT;
        if (!good) {
            output.line(Colour.ERROR, "Slot \"%d\" can not be used".formatted(orNone(slot)));
        }
        return good;
    }

    private static int orNone(OptionalInt slot) {
        return slot.orElse(0);
    }

    private Optional<Dialogue> ask(Output output) {
        output.text("Enter new PIN (use arrow keys on your keyboard): ");
        return Optional.of(new PinPrompt(pin -> set(pin, output), output::cancelled));
    }

    private void set(byte[] pin, Output output) {
        // A PIN of no keys is none.
        change(
                pin.length == 0
                        ? application.memory()::removePin
                        : () -> application.memory().keepPin(pin),
                "PIN has been successfully changed",
                output);
    }

    private void remove(Output output) {
        change(application.memory()::removePin, "PIN has been successfully removed", output);
    }

    /** Assumed: the name of the backup. */
    private void change(Runnable change, String done, Output output) {
        output.line(Colour.WARNING, "Backup conf file /ext/apps_data/totp/backups/totp.conf has been created")
                .line(
                        Colour.WARNING,
                        "Once you make sure everything is fine and works as expected, please delete this backup"
                                + " file")
                .line("Encrypting...");
        boolean kept = application.memory().hasKept(change);
        application.stayUnlocked();
        output.deleteLastLine();
        AskForSeed.tell(kept, done, output);
    }
}
