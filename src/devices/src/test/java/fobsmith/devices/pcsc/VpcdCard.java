package fobsmith.devices.pcsc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A card in the virtual reader of vsmartcard (frankmorgner/vsmartcard, vpcd): in it from its making to its end. Frames of two bytes
 * of length and the rest; one byte is an order, everything else an APDU.
 */
final class VpcdCard implements AutoCloseable {
    private static final int ATR_WANTED = 4;

    /** Answers an APDU; null pulls the card out. */
    @FunctionalInterface
    interface Answerer {
        byte @Nullable [] answer(byte[] apdu);
    }

    private final byte[] atr;
    private final Answerer answerer;
    private final Path file;
    private final ServerSocketChannel listener;
    private final List<Integer> orders = new CopyOnWriteArrayList<>();
    private volatile @Nullable SocketChannel reader;

    VpcdCard(Path file, String atr, Answerer answerer) throws IOException {
        this.file = file;
        this.atr = HexFormat.of().parseHex(atr);
        this.answerer = answerer;
        Files.deleteIfExists(file);
        this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(file));
        Thread.ofPlatform().daemon().name("card").start(this::serve);
    }

    private void serve() {
        try {
            while (listener.isOpen()) {
                try (var accepted = listener.accept()) {
                    reader = accepted;
                    serve(accepted);
                } catch (IOException e) {
                    // The reader is gone, or the card was pulled out.
                }
            }
        } finally {
            reader = null;
        }
    }

    private void serve(SocketChannel channel) throws IOException {
        var in = new DataInputStream(Channels.newInputStream(channel));
        var out = new DataOutputStream(Channels.newOutputStream(channel));
        while (true) {
            var frame = in.readNBytes(in.readUnsignedShort());
            var answer = frame.length == 1 ? obey(frame[0]) : answerer.answer(frame);
            if (answer == null) {
                listener.close();
                return;
            }
            if (answer.length > 0) {
                var whole = new byte[2 + answer.length];
                whole[0] = (byte) (answer.length >> 8);
                whole[1] = (byte) answer.length;
                System.arraycopy(answer, 0, whole, 2, answer.length);
                out.write(whole);
            }
        }
    }

    private byte[] obey(int order) {
        if (order == ATR_WANTED) {
            return atr;
        }
        orders.add(order);
        return new byte[0];
    }

    /** Power off, power on and reset, as 0, 1 and 2. */
    List<Integer> orders() {
        return orders;
    }

    /** Pulls the card out. */
    @Override
    public void close() {
        try {
            listener.close();
            var connected = reader;
            if (connected != null) {
                connected.close();
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
