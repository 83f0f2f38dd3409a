package fobsmith.firmware.flipper;

import java.util.Set;

/** Opens the application. Assumed: the texts of refusals, and that it does not close when asked to from here. */
final class LoaderCommand {
    private static final String NAME = "Authenticator";
    private static final Set<String> NAMES = Set.of(NAME, "/ext/apps/Tools/totp.fap");

    private final Application application;

    LoaderCommand(Application application) {
        this.application = application;
    }

    void run(Arguments arguments, Output output) {
        switch (arguments.word().orElse("")) {
            case "open" -> open(arguments, output);
            case "info" -> output.line(application.isOpen() ? running("is running") : "No application is running");
            case "close" ->
                output.line(application.isOpen() ? running("has to be closed manually") : "No application is running");
            case "list" -> output.line("Apps:").line("\t" + NAME);
            default -> output.line("Usage:").line("loader <cmd> <args>");
        }
    }

    private static String running(String state) {
        return "Application \"%s\" %s".formatted(NAME, state);
    }

    private void open(Arguments arguments, Output output) {
        var wanted = arguments.perhapsQuoted().orElse("");
        if (wanted.isEmpty()) {
            output.line("No application provided");
        } else if (application.isOpen()) {
            output.line("Loader is locked, please close the \"%s\" first".formatted(NAME));
        } else if (NAMES.contains(wanted)) {
            application.open();
        } else {
            output.line("Application \"%s\" not found".formatted(wanted));
        }
    }
}
