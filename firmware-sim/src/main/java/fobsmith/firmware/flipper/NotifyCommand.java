package fobsmith.firmware.flipper;

/** How the device tells its owner of a new code. */
final class NotifyCommand {
    private static final Choices CHOICES = new Choices(Settings.NOTIFICATIONS);

    private final Memory memory;

    NotifyCommand(Memory memory) {
        this.memory = memory;
    }

    void run(Arguments arguments, Output output) {
        int chosen = 0;
        boolean given = false;
        for (var word = arguments.word(); word.isPresent(); word = arguments.word()) {
            chosen = CHOICES.with(word.get(), chosen);
            given = true;
            if (CHOICES.isUnknown(chosen)) {
                output.invalidArguments();
                return;
            }
        }
        if (given) {
            set(chosen, output);
        } else {
            print("Current notification method is ", memory.settings().notification(), Colour.INFO, output);
        }
    }

    private void set(int chosen, Output output) {
        if (memory.hasKept(() -> memory.keep(memory.settings().withNotification(chosen)))) {
            print("Notification method is set to ", chosen, Colour.SUCCESS, output);
        } else {
            output.cannotUpdate();
        }
    }

    private static void print(String text, int chosen, Colour colour, Output output) {
        output.text(colour, text);
        CHOICES.print(chosen, colour, output);
        output.newLine();
    }
}
