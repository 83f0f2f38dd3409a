package fobsmith.devices.links;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;

/**
 * One open /dev node as umockdev's preload library sees it: it sends each ioctl here and does with the caller's memory what
 * we say. Messages are three native longs. The protocol is umockdev's own affair and stands here as 0.17.16 speaks it.
 */
final class IoctlConnection implements AutoCloseable {
    private static final int IOCTL = 1;
    private static final int DONE = 3;
    private static final int RUN = 4;
    private static final int PEEK = 5;
    private static final int POKE = 6;

    private static final int UNHANDLED = -100;
    private static final int LONGS = 3 * Long.BYTES;

    /** What a caller wants of the node. */
    record Call(long command, long request, long argument) {
        boolean isIoctl() {
            return command == IOCTL;
        }
    }

    private final SocketChannel channel;

    IoctlConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Waits for the next call; {@link EOFException} when the node has been closed. */
    Call next() throws IOException {
        var message = read(LONGS);
        return new Call(message.getLong(), message.getLong(), message.getLong());
    }

    byte[] peek(long address, int length) throws IOException {
        if (length == 0) {
            return new byte[0];
        }
        send(PEEK, address, length);
        return read(length).array();
    }

    void poke(long address, byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            send(POKE, address, bytes.length);
            write(ByteBuffer.wrap(bytes));
        }
    }

    /** The call returns 0. */
    void done() throws IOException {
        send(DONE, 0, 0);
    }

    /** The call returns -1 with this error number. */
    void fail(int error) throws IOException {
        send(DONE, -1, error);
    }

    /** The call fails as if there were no such node. */
    void leaveUnhandled() throws IOException {
        send(DONE, UNHANDLED, 0);
    }

    /** The call goes to the kernel and returns what that says. */
    void passThrough() throws IOException {
        send(RUN, 0, 0);
        var result = read(LONGS);
        send(DONE, result.getLong(Long.BYTES), result.getLong(2 * Long.BYTES));
    }

    private void send(long command, long first, long second) throws IOException {
        write(allocate(LONGS).putLong(command).putLong(first).putLong(second).flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer read(int length) throws IOException {
        var bytes = allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the node has been closed");
            }
        }
        return bytes.flip();
    }

    private static ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
