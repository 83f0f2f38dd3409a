package fobsmith.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;

/** Asks at the terminal, without showing what is typed. */
final class Prompt {
    private Prompt() {}

    static char[] passphrase(Path registry) {
        return read("Passphrase of %s: ".formatted(registry));
    }

    static char[] pin(String token) {
        return read("PIN of %s: ".formatted(token));
    }

    static char[] newPassphrase() {
        var first = read("New passphrase (at least 12 characters): ");
        var second = read("Once more: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new CliException("the two passphrases differ", "type the same one twice");
        }
        return first;
    }

    /** Nothing comes where the input ends, as by ctrl-D. */
    private static char[] read(String question) {
        var typed = console().readPassword("%s", question);
        if (typed == null) {
            throw new CliException("no passphrase was typed", "type it, or use --key-file or --passphrase-file");
        }
        return typed;
    }

    /** Java 25 went back to answering null where there is no terminal (JDK-8351435). */
    @SuppressWarnings("SystemConsoleNull")
    private static Console console() {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CliException(
                    "there is no terminal to ask for the passphrase",
                    "use --key-file, --passphrase-file or --passphrase-fd");
        }
        return console;
    }
}
