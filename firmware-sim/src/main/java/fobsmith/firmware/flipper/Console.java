package fobsmith.firmware.flipper;

import fobsmith.firmware.parts.Terminal;
import fobsmith.firmware.usb.PowerLost;
import java.util.function.Function;

/** Hands keys to the shell and its answers to the wire, one exchange after the other. Guarded by its token. */
final class Console implements Terminal {
    private final String serial;
    private final Board board;
    private final Wire wire = new Wire();

    Console(String serial, Board board) {
        this.serial = serial;
        this.board = board;
    }

    Wire wire() {
        return wire;
    }

    @Override
    public void connect(Sink sink) {
        wire.plug(sink);
        wire.send(powered(firmware -> firmware.shell().greet()));
    }

    @Override
    public void disconnect() {
        if (wire.isPlugged()) {
            wire.unplug();
            powered(firmware -> {
                firmware.shell().hangUp();
                return true;
            });
        }
    }

    @Override
    public void receive(byte[] bytes) {
        for (byte one : bytes) {
            if (wire.isPlugged()) {
                key(one & 0xff);
            }
        }
    }

    private void key(int key) {
        boolean entered = powered(firmware -> firmware.shell().isEnteredBy(key));
        var fault = wire.strike(entered);
        if (fault.isEmpty()) {
            wire.send(answer(key));
        } else {
            key(key, entered, fault.get());
        }
    }

    private byte[] answer(int key) {
        return powered(firmware -> firmware.shell().key(key));
    }

    private void key(int key, boolean entered, TerminalFault fault) {
        switch (fault) {
            case SILENCE -> {
                // as if nobody had typed
            }
            case BYTE_BY_BYTE -> wire.sendOneByOne(answer(key));
            case NO_ECHO -> {
                var answer = answer(key);
                wire.send(entered ? answer : new byte[0]);
            }
            case RESTART -> wire.send(entered ? restarted() : answer(key));
            case POWER_LOSS -> wire.send(entered ? losePower() : answer(key));
            default -> {
                var answer = answer(key);
                wire.send(entered ? fault.spoil(answer) : answer);
            }
        }
    }

    @Override
    public void restart() {
        wire.send(restarted());
    }

    private byte[] restarted() {
        board.restart();
        return powered(firmware -> firmware.shell().greet());
    }

    private byte[] losePower() {
        return powered(_ -> {
            throw new PowerLost("token %s restarts".formatted(serial));
        });
    }

    /** Somebody did at the device what was waited for, or would not. */
    void done(WaitingFor what, boolean agreed) {
        wire.send(powered(firmware -> firmware.shell().done(what, agreed)));
    }

    /** Whoever loses power loses the host too. */
    <T> T powered(Function<Firmware, T> work) {
        try {
            return board.run(work);
        } catch (PowerLost e) {
            wire.unplug();
            throw e;
        }
    }
}
