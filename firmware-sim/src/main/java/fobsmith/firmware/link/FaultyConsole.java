package fobsmith.firmware.link;

import fobsmith.firmware.parts.Terminal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A console whose lines meet what goes wrong with its link: an exchange ends with the carriage return of a line, and all that
 * the console writes while it deals with that is the answer. What is typed before is echoed as ever.
 */
public final class FaultyConsole implements Terminal {
    private static final int SURPLUS = 65_536;
    private static final byte ENTER = '\r';

    private final Terminal terminal;
    private final LinkFaults faults;
    private final Answers answers = new Answers();
    private byte[] before = {};

    public FaultyConsole(Terminal terminal, LinkFaults faults) {
        this.terminal = terminal;
        this.faults = faults;
    }

    /** What comes from the console: on to the host, or kept back. Its lock is never held while the token is spoken to. */
    private static final class Answers implements Sink {
        private Sink host = _ -> {};
        private ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean keeping;

        synchronized void connect(Sink sink) {
            host = sink;
            keeping = false;
        }

        synchronized void keep() {
            kept = new ByteArrayOutputStream();
            keeping = true;
        }

        synchronized byte[] kept() {
            keeping = false;
            return kept.toByteArray();
        }

        @Override
        public synchronized void write(byte[] bytes) {
            if (keeping) {
                kept.writeBytes(bytes);
            } else {
                host.write(bytes);
            }
        }
    }

    @Override
    public void connect(Sink sink) {
        answers.connect(sink);
        terminal.connect(answers);
    }

    @Override
    public void disconnect() {
        terminal.disconnect();
    }

    @Override
    public void restart() {
        terminal.restart();
    }

    @Override
    public void receive(byte[] bytes) {
        for (byte one : bytes) {
            if (one == ENTER) {
                enter();
            } else {
                terminal.receive(new byte[] {one});
            }
        }
    }

    private void enter() {
        var struck = faults.strike();
        if (struck.isPresent() && struck.get().fault() == LinkFault.RESET) {
            terminal.restart();
            return;
        }
        var answer = answer();
        struck.ifPresentOrElse(setting -> spoil(answer, setting), () -> send(answer));
        before = answer;
    }

    /** Where the token loses its power over it, what it had written goes out before that is told. */
    private byte[] answer() {
        answers.keep();
        try {
            terminal.receive(new byte[] {ENTER});
        } catch (RuntimeException e) {
            send(answers.kept());
            throw e;
        }
        return answers.kept();
    }

    private void spoil(byte[] answer, LinkFaults.Setting setting) {
        switch (setting.fault()) {
            case GARBAGE -> send(LinkFault.turnedOver(answer));
            case SHORT -> send(Arrays.copyOf(answer, answer.length / 2));
            case OVERSIZED -> {
                send(LinkFault.surplus(SURPLUS));
                send(answer);
            }
            case REPEATED -> send(before.length == 0 ? answer : before);
            case SILENCE, RESET -> {
                // nothing is said
            }
            case DELAY -> {
                LinkFaults.wait(setting.delay());
                send(answer);
            }
        }
    }

    private void send(byte[] answer) {
        if (answer.length > 0) {
            answers.write(answer.clone());
        }
    }
}
