package fobsmith.firmware.flipper;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a line that may be a seed: letters, digits and {@code /=+}, all else is ignored; shown as asterisks where it is
 * masked. The line is wiped after it was used.
 */
final class LinePrompt implements Dialogue {
    /** Assumed; the device takes what its memory holds. */
    private static final int LONGEST = 4096;

    private static final String SIGNS = "/=+";

    private final boolean masked;
    private final Consumer<byte[]> entered;
    private final Runnable cancelled;
    private final byte[] typed = new byte[LONGEST];
    private int length;
    private int ignored;

    LinePrompt(boolean masked, Consumer<byte[]> entered, Runnable cancelled) {
        this.masked = masked;
        this.entered = entered;
        this.cancelled = cancelled;
    }

    @Override
    public boolean isEnteredBy(int key) {
        return key == ENTER || key == CTRL_C;
    }

    @Override
    public Optional<Dialogue> key(int key, Output output) {
        if (ignored > 0) {
            ignored--;
            return Optional.of(this);
        }
        return switch (key) {
            case ENTER -> end(output, this::handOver);
            case CTRL_C -> end(output, cancelled);
            default -> {
                edit(key, output);
                yield Optional.of(this);
            }
        };
    }

    private Optional<Dialogue> end(Output output, Runnable work) {
        output.newLine();
        work.run();
        Arrays.fill(typed, (byte) 0);
        return Optional.empty();
    }

    private void handOver() {
        var line = Arrays.copyOf(typed, length);
        entered.accept(line);
        Arrays.fill(line, (byte) 0);
    }

    private void edit(int key, Output output) {
        if (key == ESC) {
            // What begins so is an arrow key or the like, of three bytes.
            ignored = 2;
        } else if (key == BACKSPACE || key == DELETE) {
            delete(output);
        } else if (isTaken(key) && length < LONGEST) {
            typed[length++] = (byte) key;
            output.bytes(new byte[] {(byte) (masked ? '*' : key)});
        }
    }

    private void delete(Output output) {
        if (length > 0) {
            typed[--length] = 0;
            output.deleteCharacter();
        }
    }

    private static boolean isTaken(int key) {
        return (key < DELETE && Character.isLetterOrDigit(key)) || SIGNS.indexOf(key) >= 0;
    }
}
