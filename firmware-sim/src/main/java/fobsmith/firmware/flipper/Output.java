package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** What the console writes, until it is fetched. */
final class Output {
    static final String NEW_LINE = "\r\n";
    static final String ESCAPE = "\u001b[";

    private static final String RESET = ESCAPE + "0m";

    private ByteArrayOutputStream written = new ByteArrayOutputStream();

    Output text(String text) {
        written.writeBytes(text.getBytes(US_ASCII));
        return this;
    }

    Output bytes(byte[] bytes) {
        written.writeBytes(bytes);
        return this;
    }

    Output newLine() {
        return text(NEW_LINE);
    }

    Output line(String text) {
        return text(text).newLine();
    }

    /** The new line stands before the colour ends. */
    Output line(Colour colour, String text) {
        return text(colour, text + NEW_LINE);
    }

    Output text(Colour colour, String text) {
        return coloured(colour.number(), text);
    }

    Output coloured(String number, String text) {
        return text(ESCAPE + number + "m" + text + RESET);
    }

    /** Goes up, and empties the line it comes to. */
    Output deleteLastLine() {
        return text(ESCAPE + "A").deleteLine();
    }

    Output deleteLine() {
        return text(ESCAPE + "2K\r");
    }

    Output deleteCharacter() {
        return text("\b \b");
    }

    Output invalidArguments() {
        return text(Colour.ERROR, "Invalid command arguments. use \"help\" command to get list of available commands");
    }

    Output cannotUpdate() {
        return line(Colour.ERROR, "An error has occurred during updating config file");
    }

    Output cancelled() {
        return line(Colour.INFO, "Cancelled by user");
    }

    Output processing() {
        return line("Processing, please wait...");
    }

    byte[] fetch() {
        var bytes = written.toByteArray();
        written = new ByteArrayOutputStream();
        return bytes;
    }
}
