package fobsmith.firmware.flipper;

import java.util.Optional;

/** The shell's line: what is typed is echoed. It knows no arrow keys: what begins with ESC is swallowed. */
final class LineEditor {
    private static final int LONGEST = 1024;
    private static final int BELL = 0x07;

    private final StringBuilder line = new StringBuilder();
    private boolean inEscape;

    void forget() {
        line.setLength(0);
        inEscape = false;
    }

    /** The line, where the key ended one that is not blank. */
    Optional<String> key(int key, Output output) {
        if (inEscape && key >= ' ') {
            inEscape = key < '@' || key == '[';
            return Optional.empty();
        }
        inEscape = false;
        if (key == Dialogue.ENTER) {
            return entered(output);
        }
        edit(key, output);
        return Optional.empty();
    }

    private Optional<String> entered(Output output) {
        var whole = line.toString().strip();
        forget();
        if (whole.isEmpty()) {
            prompt(output);
        }
        return Optional.of(whole).filter(entered -> !entered.isEmpty());
    }

    private void edit(int key, Output output) {
        switch (key) {
            case Dialogue.ESC -> inEscape = true;
            case Dialogue.CTRL_C -> {
                forget();
                prompt(output.text("^C"));
            }
            case Dialogue.BACKSPACE, Dialogue.DELETE -> delete(output);
            default -> type(key, output);
        }
    }

    private void delete(Output output) {
        if (line.isEmpty()) {
            output.bytes(new byte[] {BELL});
        } else {
            line.setLength(line.length() - 1);
            output.text(Output.ESCAPE + "1D" + Output.ESCAPE + "0K");
        }
    }

    private void type(int key, Output output) {
        if (key >= ' ' && key < Dialogue.DELETE && line.length() < LONGEST) {
            line.append((char) key);
            output.bytes(new byte[] {(byte) key});
        }
    }

    void prompt(Output output) {
        output.newLine().text(">: ");
    }
}
