package fobsmith.firmware.flipper;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a PIN of arrow keys, as ESC, a bracket and a letter each; shown as asterisks. It is wiped after it was used. */
final class PinPrompt implements Dialogue {
    private static final int LONGEST = 16;

    private final Consumer<byte[]> entered;
    private final Runnable cancelled;
    private final byte[] keys = new byte[LONGEST];
    private int length;
    private int escaped;

    PinPrompt(Consumer<byte[]> entered, Runnable cancelled) {
        this.entered = entered;
        this.cancelled = cancelled;
    }

    @Override
    public boolean isEnteredBy(int key) {
        return key == ENTER || key == CTRL_C;
    }

    @Override
    public Optional<Dialogue> key(int key, Output output) {
        if (escaped > 0) {
            escape(key, output);
            return Optional.of(this);
        }
        return switch (key) {
            case ENTER -> {
                output.newLine().deleteLastLine();
                yield end(this::handOver);
            }
            case CTRL_C -> {
                output.deleteLine();
                yield end(cancelled);
            }
            default -> {
                edit(key, output);
                yield Optional.of(this);
            }
        };
    }

    private void escape(int key, Output output) {
        boolean bracket = escaped == 2 && key == '[';
        if (escaped == 1 && key >= 'A' && key <= 'D' && length < LONGEST) {
            keys[length++] = (byte) key;
            output.text("*");
        }
        escaped = bracket ? 1 : 0;
    }

    private void edit(int key, Output output) {
        if (key == ESC) {
            escaped = 2;
        } else if ((key == BACKSPACE || key == DELETE) && length > 0) {
            keys[--length] = 0;
            output.deleteCharacter();
        }
    }

    private Optional<Dialogue> end(Runnable work) {
        work.run();
        Arrays.fill(keys, (byte) 0);
        return Optional.empty();
    }

    private void handOver() {
        var pin = Arrays.copyOf(keys, length);
        entered.accept(pin);
        Arrays.fill(pin, (byte) 0);
    }
}
