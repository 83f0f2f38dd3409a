package fobsmith.devices.flipper;

import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal would show of the bytes that a Flipper sends: lines without the control sequences of ECMA-48 among them. Of
 * these it knows colour, the erasing of a line, and within it the way to the left and to a column; everything else moves nothing.
 */
final class Screen {
    private static final char ESCAPE = 0x1b;
    private static final char BELL = 0x07;
    private static final char BACKSPACE = 0x08;

    private enum State {
        TEXT,
        ESCAPED,
        SEQUENCE
    }

    private final List<Line> lines = new ArrayList<>();
    private final LineBuffer current = new LineBuffer();
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.TEXT;
    private Line.Verdict colour = Line.Verdict.NONE;
    private Line.Verdict currentColour = Line.Verdict.NONE;

    void show(byte[] bytes) {
        for (byte b : bytes) {
            switch (state) {
                case TEXT -> text(b);
                case ESCAPED -> state = b == '[' ? State.SEQUENCE : State.TEXT;
                case SEQUENCE -> sequence(b);
            }
        }
    }

    private void text(byte b) {
        switch (b) {
            case ESCAPE -> {
                state = State.ESCAPED;
                parameters.setLength(0);
            }
            case '\n' -> endLine();
            case '\r' -> current.moveTo(0);
            case BACKSPACE -> current.back(1);
            case BELL, 0 -> {}
            default -> {
                current.put(b);
                if (colour != Line.Verdict.NONE) {
                    currentColour = colour;
                }
            }
        }
    }

    /** Parameters, then one letter that says what they are for: ECMA-48 section 5.4. */
    private void sequence(byte b) {
        if (b < 0x40 || b > 0x7e) {
            parameters.append((char) b);
            return;
        }
        state = State.TEXT;
        switch (b) {
            case 'm' -> colour = Line.Verdict.of(lastParameter());
            case 'D' -> current.back(Math.max(1, lastParameter()));
            case 'G' -> current.moveTo(Math.max(1, lastParameter()) - 1);
            case 'K' -> erase(lastParameter());
            default -> {}
        }
    }

    /** Erase in Line: ECMA-48 section 8.3.41. Of a line that is erased whole nobody wants the blanks before the cursor. */
    private void erase(int what) {
        switch (what) {
            case 0 -> current.eraseBehind();
            case 1 -> current.blankBefore();
            case 2 -> current.wipe();
            default -> {}
        }
        if (current.isEmpty()) {
            currentColour = Line.Verdict.NONE;
        }
    }

    private int lastParameter() {
        var last = parameters.substring(parameters.lastIndexOf(";") + 1);
        return last.matches("\\d{1,3}") ? Integer.parseInt(last) : 0;
    }

    private void endLine() {
        lines.add(current());
        clearLine();
    }

    private void clearLine() {
        current.wipe();
        currentColour = Line.Verdict.NONE;
    }

    /** The line that is not ended yet. */
    Line current() {
        return new Line(current.text(), currentColour);
    }

    /** Whether nothing was ever to be seen. */
    boolean isBlank() {
        return lines.isEmpty() && current.isEmpty();
    }

    /** Forgets everything. */
    void wipe() {
        lines.clear();
        clearLine();
    }

    /** The lines that are ended. */
    List<Line> lines() {
        return lines;
    }
}
