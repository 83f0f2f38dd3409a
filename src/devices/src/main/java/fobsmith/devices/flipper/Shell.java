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
    private final String place;
    private final FlipperTiming timing;
    private final Supplier<Alarm> alarms;
    private boolean lost;

    /** The place is that of the link, for whoever has to find the Flipper that fell silent. */
    Shell(SerialLink link, String place, FlipperTiming timing) {
        this(link, place, timing, () -> Alarm.after(timing.whole()));
    }

    /** The alarms end answers that do not end of themselves. */
    Shell(SerialLink link, String place, FlipperTiming timing, Supplier<Alarm> alarms) {
        this.link = link;
        this.place = place;
        this.timing = timing;
        this.alarms = alarms;
    }

    /** Of its link. */
    String place() {
        return place;
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
            boolean found =
                    listen(screen::show, () -> screen.current().text().endsWith(Conversation.PROMPT)) == Heard.ENOUGH;
            if (!found && screen.isBlank()) {
                throw silent("the search for its prompt");
            }
            if (!found) {
                throw new DeviceException.Malformed("what answers on %s shows no prompt of a Flipper".formatted(place));
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
            try {
                link.write(secret);
                await(conversation, heard -> heard.stars() >= secret.length || heard.prompted(), command);
                requireHidden(conversation, secret.length, command);
                link.write(RETURN);
                await(conversation, Conversation::prompted, command);
                return conversation.answer();
            } finally {
                conversation.wipe();
            }
        });
    }

    /** Where the prompt came back too early, the rest of the secret stands behind it as if it were a command. */
    private void requireHidden(Conversation conversation, int characters, String command) {
        if (conversation.prompted() && conversation.stars() < characters) {
            link.write(LEAVE);
            throw new DeviceException.Malformed(
                    "the Flipper went back to its prompt while %s was being told a secret".formatted(name(command)));
        }
    }

    private Conversation type(String command) {
        link.write((command + "\r").getBytes(US_ASCII));
        return new Conversation(command);
    }

    private void await(Conversation conversation, Predicate<Conversation> enough, String command) {
        switch (listen(conversation::hear, () -> enough.test(conversation) || conversation.asks(PIN))) {
            case ENOUGH -> {}
            case SILENCE -> throw silent(name(command));
            case NO_END ->
                throw new DeviceException.Malformed("the Flipper's answer to %s does not end".formatted(name(command)));
        }
        if (conversation.asks(PIN)) {
            link.write(LEAVE);
            throw new DeviceException.Refused(
                    "the Authenticator on the Flipper waits for its PIN", "enter the PIN on the device");
        }
    }

    /** How listening ended. */
    private enum Heard {
        ENOUGH,
        SILENCE,
        /** Too much of it, or for too long. */
        NO_END
    }

    private Heard listen(Ear ear, Supplier<Boolean> enough) {
        try (var alarm = alarms.get()) {
            int heard = 0;
            int silence = 0;
            while (!enough.get()) {
                if (silence >= timing.slicesOfAnswer()) {
                    return Heard.SILENCE;
                }
                if (heard > LONGEST_ANSWER || (heard > 0 && alarm.rings())) {
                    return Heard.NO_END;
                }
                var bytes = link.read(timing.slice());
                ear.hear(bytes);
                heard += bytes.length;
                silence += bytes.length == 0 ? 1 : 0;
            }
            return Heard.ENOUGH;
        }
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
            throw new DeviceException.LinkLost("the link to the Flipper on %s was lost before".formatted(place));
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
        return new DeviceException.LinkLost("the Flipper on %s has not answered %s within %d ms"
                .formatted(place, what, timing.answer().toMillis()));
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
