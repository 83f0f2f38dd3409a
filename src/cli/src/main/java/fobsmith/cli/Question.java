package fobsmith.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

/** Asks whoever sits at the terminal; the question goes to the error output, so that the output stays clean. */
public final class Question {
    private final BufferedReader typed;
    private final PrintWriter screen;

    public Question(BufferedReader typed, PrintWriter screen) {
        this.typed = typed;
        this.screen = screen;
    }

    /** What is typed, without blanks around it. */
    public String ask(String question) {
        screen.print(question);
        screen.flush();
        try {
            var line = typed.readLine();
            if (line == null) {
                throw new CliException("nobody answers \"%s\"".formatted(question.strip()), "");
            }
            return line.strip();
        } catch (IOException e) {
            throw new CliException("what is typed cannot be read: %s".formatted(e.getMessage()), "");
        }
    }
}
