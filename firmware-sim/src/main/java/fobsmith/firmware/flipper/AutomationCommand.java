package fobsmith.firmware.flipper;

import java.util.Locale;
import java.util.Optional;

/** How the device types codes. */
final class AutomationCommand {
    private static final Choices CHOICES = new Choices(Settings.AUTOMATIONS);
    private static final int MILLIS = 1000;
    private static final float MOST_SECONDS = 65.535f;

    private final Memory memory;

    AutomationCommand(Memory memory) {
        this.memory = memory;
    }

    void run(Arguments arguments, Output output) {
        var before = memory.settings();
        var wanted = wanted(arguments, before);
        if (wanted.isEmpty()) {
            output.invalidArguments();
        } else if (arguments.rest().isEmpty() && wanted.get().equals(new Wanted(before))) {
            print("Current automation method is ", before, Colour.INFO, output);
        } else {
            set(wanted.get(), output);
        }
    }

    /** Whether a method was named counts too: naming the one there is sets it again. */
    private record Wanted(boolean named, int method, int layout, int delay) {
        Wanted(Settings settings) {
            this(false, settings.automation(), settings.layout(), settings.delayMillis());
        }

        Wanted withMethod(int other) {
            return new Wanted(true, other, layout, delay);
        }

        Wanted withLayout(int other) {
            return new Wanted(named, method, other, delay);
        }

        Wanted withDelay(int other) {
            return new Wanted(named, method, layout, other);
        }
    }

    private static Optional<Wanted> wanted(Arguments arguments, Settings before) {
        var wanted = Optional.of(new Wanted(before));
        for (var word = arguments.word(); word.isPresent() && wanted.isPresent(); word = arguments.word()) {
            wanted = option(word.get(), arguments, wanted.get());
        }
        return wanted;
    }

    private static Optional<Wanted> option(String word, Arguments arguments, Wanted wanted) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "-k" ->
                arguments
                        .word()
                        .map(Settings.LAYOUTS::indexOf)
                        .filter(found -> found >= 0)
                        .map(wanted::withLayout);
            case "-w" ->
                arguments
                        .word()
                        .flatMap(Decimal::read)
                        .filter(seconds -> seconds >= 0 && seconds <= MOST_SECONDS)
                        .map(seconds -> wanted.withDelay((int) (seconds * MILLIS)));
            default -> method(word, wanted);
        };
    }

    private static Optional<Wanted> method(String word, Wanted wanted) {
        int method = CHOICES.with(word, wanted.named ? wanted.method : 0);
        return CHOICES.isUnknown(method) ? Optional.empty() : Optional.of(wanted.withMethod(method));
    }

    private void set(Wanted wanted, Output output) {
        var after = memory.settings().withAutomation(wanted.method, wanted.layout, wanted.delay);
        if (memory.hasKept(() -> memory.keep(after))) {
            print("Automation method is set to ", after, Colour.SUCCESS, output);
        } else {
            output.cannotUpdate();
        }
    }

    /** In as many pieces, each with its colour, as the application prints it. */
    private static void print(String text, Settings settings, Colour colour, Output output) {
        output.text(colour, text);
        CHOICES.print(settings.automation(), colour, output);
        output.text(colour, " (")
                .text(colour, Settings.LAYOUTS.get(settings.layout()))
                .text(colour, ")")
                .text(colour, " [")
                .text(colour, String.format(Locale.ROOT, "%.1f", settings.delayMillis() / (double) MILLIS))
                .text(colour, " sec.]")
                .newLine();
    }
}
