package fobsmith.firmware.serial;

import fobsmith.firmware.parts.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Between a console, which must not wait, and a wire, which may: pieces in their order, with a pause after each. */
final class Outbox implements Terminal.Sink {
    /** Pieces; what is more is lost. */
    private static final int MOST_WAITING = 65_536;

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile Duration pause = Duration.ZERO;

    /** Where pieces go. */
    interface Wire {
        void send(byte[] piece) throws IOException, InterruptedException;
    }

    void pause(Duration afterEach) {
        pause = afterEach;
    }

    @Override
    public void write(byte[] bytes) {
        // A full queue is a host that does not read: the device throws away too.
        boolean _ = pieces.offer(bytes);
    }

    /** What was not sent is gone. */
    void clear() {
        pieces.clear();
    }

    /** Sends until it is interrupted or the wire ends. */
    void pump(Wire wire) throws IOException, InterruptedException {
        while (true) {
            wire.send(pieces.take());
            if (pause.isPositive()) {
                Thread.sleep(pause);
            }
        }
    }
}
