package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;

/** Forgets entries, settings and PIN, and closes the application. */
final class ResetCommand implements Command {
    private final Application application;

    ResetCommand(Application application) {
        this.application = application;
    }

    @Override
    public Optional<Dialogue> run(Arguments arguments, Output output) {
        output.line(Colour.WARNING, "As a result of reset all the settings and tokens will be permanently lost.")
                .line(Colour.WARNING, "Do you really want to reset application?")
                .line(Colour.WARNING, "Type \"YES\" and hit <ENTER> to confirm:");
        return Optional.of(new LinePrompt(false, typed -> answered(typed, output), () -> notConfirmed(output)));
    }

    private void answered(byte[] typed, Output output) {
        if (!new String(typed, US_ASCII).equalsIgnoreCase("YES")) {
            notConfirmed(output);
            return;
        }
        application.memory().reset();
        application.rtc().applyTimezone();
        application.close();
        output.line(Colour.SUCCESS, "Application has been successfully reset to default.")
                .line(Colour.SUCCESS, "Now application will be closed to apply all the changes.");
    }

    private static void notConfirmed(Output output) {
        output.line(Colour.INFO, "Action was not confirmed by user");
    }
}
