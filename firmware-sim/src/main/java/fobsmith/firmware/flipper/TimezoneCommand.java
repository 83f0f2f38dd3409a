package fobsmith.firmware.flipper;

import java.util.Locale;

/** Hours that the clock is ahead of UTC. */
final class TimezoneCommand {
    private static final float LEAST = -12.75f;
    private static final float MOST = 14.75f;

    private final Application application;

    TimezoneCommand(Application application) {
        this.application = application;
    }

    void run(Arguments arguments, Output output) {
        var word = arguments.word();
        if (word.isEmpty()) {
            output.line(
                    Colour.INFO, text("Current timezone offset is", settings().timezone()));
            return;
        }
        var hours = Decimal.read(word.get()).filter(read -> read >= LEAST && read <= MOST);
        if (hours.isPresent()) {
            set(hours.get(), output);
        } else {
            output.line(Colour.ERROR, "Invalid timezone offset");
        }
    }

    private void set(float hours, Output output) {
        boolean kept = application
                .memory()
                .hasKept(() -> application.memory().keep(settings().withTimezone(hours)));
        application.rtc().applyTimezone();
        AskForSeed.tell(kept, text("Timezone is set to", hours), output);
    }

    private Settings settings() {
        return application.memory().settings();
    }

    private static String text(String what, float hours) {
        return String.format(Locale.ROOT, "%s %f", what, hours);
    }
}
