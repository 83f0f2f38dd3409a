package fobsmith.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;

/** Asks at the terminal, without showing what is typed. */
public final class Prompt {
    private Prompt() {}

    static char[] passphrase(Path registry) {
        return read("Passphrase of %s: ".formatted(registry));
    }

    static char[] pin(String token) {
        return read("PIN of %s: ".formatted(token));
    }

    static char[] newPassphrase() {
        return newPassphrase("use --key-file, --passphrase-file or --passphrase-fd");
    }

    /** Asked for twice; the caller wipes it. The hint says what else gives it. */
    public static char[] newPassphrase(String hint) {
        var first = read("New passphrase (at least 12 characters): ", hint);
        var second = read("Once more: ", hint);
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new CliException("the two passphrases differ", "type the same one twice");
        }
        return first;
    }

    /** A secret, which the caller wipes; the hint says what else gives it. */
    public static char[] secret(String what, String hint) {
        return read("%s: ".formatted(what), hint);
    }

    /** Whether somebody looks at the screen. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isWatched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static char[] read(String question) {
        return read(question, "use --key-file, --passphrase-file or --passphrase-fd");
    }

    /** Nothing comes where the input ends, as by ctrl-D. */
    private static char[] read(String question, String hint) {
        var typed = console(hint).readPassword("%s", question);
        if (typed == null) {
            throw new CliException("nothing was typed", hint);
        }
        return typed;
    }

    /** Java 25 went back to answering null where there is no terminal (JDK-8351435). */
    @SuppressWarnings("SystemConsoleNull")
    private static Console console(String hint) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CliException("there is no terminal to ask for the passphrase", hint);
        }
        return console;
    }
}
