package fobsmith.devices.pcsc;

import fobsmith.firmware.usb.CardSilence;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A card in the virtual reader of vsmartcard (frankmorgner/vsmartcard, vpcd): in it from its making to its end, or until it throws
 * {@link PowerLost}; where it throws {@link CardSilence} it never answers. Frames of two bytes of length and the rest; one byte is
 * an order, everything else an APDU.
 */
final class VpcdCard implements AutoCloseable {
    private static final int POWER_OFF = 0;
    private static final int POWER_ON = 1;
    private static final int RESET = 2;
    private static final int ATR_WANTED = 4;

    private final SmartCard card;
    private final Path file;
    private final ServerSocketChannel listener;
    private final CountDownLatch pulledOut = new CountDownLatch(1);
    private volatile @Nullable SocketChannel reader;

    VpcdCard(Path file, SmartCard card) throws IOException {
        this.file = file;
        this.card = card;
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
            var answer = frame.length == 1 ? obey(frame[0]) : answer(frame);
            if (answer.length > 0) {
                var whole = Arrays.copyOf(
                        new byte[] {(byte) (answer.length >> 8), (byte) answer.length}, 2 + answer.length);
                System.arraycopy(answer, 0, whole, 2, answer.length);
                out.write(whole);
            }
        }
    }

    private byte[] answer(byte[] apdu) throws IOException {
        try {
            return card.exchange(apdu);
        } catch (PowerLost e) {
            listener.close();
            throw new EOFException("pulled out");
        } catch (CardSilence e) {
            waitUntilPulledOut();
            throw new EOFException("pulled out");
        }
    }

    private void waitUntilPulledOut() {
        try {
            pulledOut.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] obey(int order) {
        switch (order) {
            case POWER_OFF -> card.powerOff();
            case POWER_ON, RESET -> card.powerOn();
            case ATR_WANTED -> {
                return card.atr();
            }
            default -> throw new IllegalArgumentException("vpcd gives an order %d".formatted(order));
        }
        return new byte[0];
    }

    /** Pulls the card out. */
    @Override
    public void close() {
        try {
            listener.close();
            pulledOut.countDown();
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
