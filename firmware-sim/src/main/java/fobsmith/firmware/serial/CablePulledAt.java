package fobsmith.firmware.serial;

import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.usb.PowerLost;

/**
 * A console whose cable is pulled at the n-th byte from the host, once: {@link PowerLost} from then on, until a host connects
 * again. The token, which lives on a battery, only notices that its host is gone. Thread-safe.
 */
public final class CablePulledAt implements Terminal {
    /** When the cable is pulled. */
    public enum Moment {
        /** The byte never reaches the token. */
        BEFORE,
        /** The token has done what it was told, and the host does not hear of it. */
        AFTER
    }

    private final int pulled;
    private final Moment moment;
    private final Terminal terminal;
    private int bytes;
    private boolean plugged;
    private boolean hears;

    /** @param at 1 for the first byte */
    public CablePulledAt(int at, Moment moment, Terminal terminal) {
        this.pulled = at;
        this.moment = moment;
        this.terminal = terminal;
    }

    /** How many bytes came from the host: with a cable that is pulled late enough, how many a conversation takes. */
    public synchronized int bytes() {
        return bytes;
    }

    @Override
    public synchronized void connect(Sink sink) {
        plugged = true;
        hears = true;
        terminal.connect(piece -> {
            if (hears) {
                sink.write(piece);
            }
        });
    }

    @Override
    public synchronized void disconnect() {
        if (plugged) {
            plugged = false;
            terminal.disconnect();
        }
    }

    @Override
    public synchronized void restart() {
        terminal.restart();
    }

    @Override
    public synchronized void receive(byte[] received) {
        for (byte one : received) {
            if (!plugged) {
                throw new PowerLost("the cable was pulled at byte %d".formatted(pulled));
            }
            receive(one);
        }
    }

    private void receive(byte one) {
        boolean now = ++bytes == pulled;
        hears = !now;
        if (!now || moment == Moment.AFTER) {
            terminal.receive(new byte[] {one});
        }
        if (now) {
            disconnect();
            throw new PowerLost("the cable was pulled at byte %d".formatted(pulled));
        }
    }
}
