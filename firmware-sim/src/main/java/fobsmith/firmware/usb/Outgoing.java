package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Messages that wait for the host to read them, in pieces if it likes; a piece never holds bytes of two messages. */
final class Outgoing {
    private static final int MOST = 16;

    private final Queue<ByteBuffer> messages = new ArrayDeque<>();

    void add(byte[] message) {
        messages.add(ByteBuffer.wrap(message));
    }

    /** A host that never reads its answers is not answered for ever. */
    boolean isFull() {
        return messages.size() >= MOST;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    Optional<byte[]> next(int capacity) {
        var message = messages.peek();
        if (message == null) {
            return Optional.empty();
        }
        var piece = new byte[Math.min(capacity, message.remaining())];
        message.get(piece);
        if (!message.hasRemaining()) {
            messages.remove();
        }
        return Optional.of(piece);
    }

    void forget() {
        messages.clear();
    }
}
