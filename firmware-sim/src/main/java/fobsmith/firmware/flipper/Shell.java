package fobsmith.firmware.flipper;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console: a line, a command, and the prompt again. Answers key by key. */
final class Shell {
    private final Commands commands;
    private final Output output = new Output();
    private final LineEditor editor = new LineEditor();
    private @Nullable Dialogue running;

    Shell(Commands commands) {
        this.commands = commands;
    }

    /** A host has come: it is shown who speaks, and the prompt. */
    byte[] greet() {
        hangUp();
        output.newLine()
                .coloured("38;2;255;130;0", "Simulated Flipper Zero" + Output.NEW_LINE)
                .coloured("97", "Welcome to Flipper Zero Command Line Interface!" + Output.NEW_LINE)
                .newLine()
                .line("Firmware version: " + SystemCommands.FIRMWARE);
        editor.prompt(output);
        return output.fetch();
    }

    /** Whoever typed is gone. */
    void hangUp() {
        editor.forget();
        running = null;
    }

    /** Whether the host waits for more than an echo of this key. */
    boolean isEnteredBy(int key) {
        var dialogue = running;
        return dialogue == null ? key == Dialogue.ENTER : dialogue.isEnteredBy(key);
    }

    /** What comes of the key. */
    byte[] key(int key) {
        var dialogue = running;
        if (dialogue == null) {
            editor.key(key, output).ifPresent(this::execute);
        } else {
            goOn(dialogue.key(key, output));
        }
        return output.fetch();
    }

    private void execute(String line) {
        output.newLine();
        goOn(commands.run(line, output));
    }

    private void goOn(Optional<Dialogue> next) {
        running = next.orElse(null);
        if (running == null) {
            editor.prompt(output);
        }
    }

    WaitingFor waitingFor() {
        return running instanceof Waiting waiting ? waiting.what() : WaitingFor.NOTHING;
    }

    /** Somebody did at the device what was waited for, or would not; nothing happens where nobody waits for it. */
    byte[] done(WaitingFor what, boolean agreed) {
        if (running instanceof Waiting waiting && waiting.what() == what) {
            goOn(waiting.done(agreed, output));
        }
        return output.fetch();
    }
}
