package fobsmith.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;

/** Asks at the terminal, without showing what is typed. */
final class Prompt {
    private Prompt() {}

    static char[] passphrase(Path registry) {
        return console().readPassword("Passphrase of %s: ", registry);
    }

    static char[] newPassphrase() {
        var first = console().readPassword("New passphrase (at least 12 characters): ");
        var second = console().readPassword("Once more: ");
        try {
            if (!Arrays.equals(first, second)) {
                throw new CliException("the two passphrases differ", "type the same one twice");
            }
            return first;
        } finally {
            Arrays.fill(second, '\0');
        }
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
