package fobsmith.firmware.vpcd;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/** Frames between card and reader: a length of two bytes, big-endian, then so many bytes. One thread at a time. */
final class Frames {
    private final SocketChannel channel;
    private final boolean quick;

    Frames(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.quick = channel.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** The next frame; empty where the reader has closed the connection. */
    Optional<byte[]> read() throws IOException {
        var length = ByteBuffer.allocate(Short.BYTES);
        if (!fill(length)) {
            return Optional.empty();
        }
        var frame = ByteBuffer.allocate(length.getShort(0) & 0xffff);
        return fill(frame) ? Optional.of(frame.array()) : Optional.empty();
    }

    /**
     * vpcd sends length and content separately, and its kernel holds the content back until the length is acknowledged. Linux
     * forgets after every acknowledgement that it was to be quick, so it is told again before every read: 44 ms a frame else.
     */
    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (quick) {
                channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            }
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    void write(byte[] content) throws IOException {
        var frame = ByteBuffer.allocate(Short.BYTES + content.length)
                .putShort((short) content.length)
                .put(content)
                .flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }
}
