package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fobsmith.devices.DeviceException;
import fobsmith.devices.serial.SerialLink;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The command line of a Flipper: a command and a carriage return there, its echo and an answer and a prompt back. After a
 * failure on the way nobody knows what the shell waits for, so nothing more is typed. One thread; closing it closes the link.
 */
final class Shell implements AutoCloseable {
    private static final byte[] RETURN = {'\r'};

    /** Control-C: leaves whatever asks a question, and answers no question with yes. */
    private static final byte[] LEAVE = {3};

    private static final String PIN = "Pleases enter PIN";
    private static final int LONGEST_ANSWER = 256 * 1024;

    private final SerialLink link;
    private final FlipperTiming timing;
    private boolean lost;

    Shell(SerialLink link, FlipperTiming timing) {
        this.link = link;
        this.timing = timing;
    }

    /**
     * Finds the prompt, whatever another program has left behind.
     *
     * @throws DeviceException.LinkLost where nothing answers
     * @throws DeviceException.Malformed where something does that shows no prompt
     */
    void synchronise() {
        guarded(() -> {
            link.write(LEAVE);
            link.write(RETURN);
            var screen = new Screen();
            boolean found = listen(screen::show, () -> screen.current().text().endsWith(Conversation.PROMPT));
            if (!found && screen.isBlank()) {
                throw silent("the search for its prompt");
            }
            if (!found) {
                throw new DeviceException.Malformed("what answers there shows no prompt of a Flipper");
            }
            return screen;
        });
    }

    /** Types a command and reads its answer. */
    Answer run(String command) {
        return guarded(() -> {
            var conversation = type(command);
            await(conversation, Conversation::prompted, command);
            return conversation.answer();
        });
    }

    /**
     * Types a command, and a secret when it is asked for; each of its characters has to show as a star before it is confirmed.
     * The caller wipes it. Where the question never comes, the answer says why.
     */
    Answer runWithSecret(String command, String question, byte[] secret) {
        return guarded(() -> {
            var conversation = type(command);
            await(conversation, heard -> heard.asks(question) || heard.prompted(), command);
            if (conversation.prompted()) {
                return conversation.answer();
            }
            link.write(secret);
            await(conversation, heard -> heard.stars() >= secret.length || heard.prompted(), command);
            if (!conversation.prompted()) {
                link.write(RETURN);
                await(conversation, Conversation::prompted, command);
            }
            return conversation.answer();
        });
    }

    private Conversation type(String command) {
        link.write((command + "\r").getBytes(US_ASCII));
        return new Conversation(command);
    }

    private void await(Conversation conversation, Predicate<Conversation> enough, String command) {
        if (!listen(conversation::hear, () -> enough.test(conversation) || conversation.asks(PIN))) {
            throw silent(name(command));
        }
        if (conversation.asks(PIN)) {
            link.write(LEAVE);
            throw new DeviceException.Refused(
                    "the Authenticator on the Flipper waits for its PIN", "enter the PIN on the device");
        }
    }

    /** False where it became silent before it was enough, or does not end. */
    private boolean listen(Ear ear, Supplier<Boolean> enough) {
        int heard = 0;
        for (int silence = 0; silence < timing.slicesOfAnswer() && heard <= LONGEST_ANSWER; ) {
            if (enough.get()) {
                return true;
            }
            var bytes = link.read(timing.slice());
            ear.hear(bytes);
            heard += bytes.length;
            silence += bytes.length == 0 ? 1 : 0;
        }
        return enough.get();
    }

    @FunctionalInterface
    private interface Ear {
        void hear(byte[] bytes);
    }

    /** Waits for one slice; what comes meanwhile belongs to no command. */
    void pause() {
        guarded(() -> link.read(timing.slice()));
    }

    /** A refusal leaves the shell at its prompt; everything else may have left it anywhere. */
    private <T> T guarded(Supplier<T> work) {
        if (lost) {
            throw new DeviceException.LinkLost("the link to this Flipper was lost before");
        }
        lost = true;
        try {
            var result = work.get();
            lost = false;
            return result;
        } catch (DeviceException.Refused e) {
            lost = false;
            throw e;
        }
    }

    private DeviceException silent(String what) {
        return new DeviceException.LinkLost("the Flipper has not answered %s within %d ms"
                .formatted(what, timing.answer().toMillis()));
    }

    /** The words before the first argument: a name is nobody else's business. */
    private static String name(String command) {
        return command.replaceFirst("^(totp \\w+|\\w+).*", "$1");
    }

    /** Leaves a dialogue that was broken off, as far as the link still carries that. */
    @Override
    public void close() {
        try (link) {
            if (lost) {
                link.write(LEAVE);
            }
        } catch (DeviceException _) {
            // It leaves by itself when it loses its power.
        }
        lost = true;
    }
}
