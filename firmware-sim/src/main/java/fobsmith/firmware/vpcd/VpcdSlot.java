package fobsmith.firmware.vpcd;

import fobsmith.firmware.usb.CardSilence;
import fobsmith.firmware.usb.PowerLost;
import fobsmith.firmware.usb.SmartCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * A card in one slot of a virtual reader, until it is taken out by {@link #close}, or the reader goes. A thread of its own
 * answers for it. Where the card throws {@link PowerLost} it is out. Thread-safe.
 */
public final class VpcdSlot implements AutoCloseable {
    /** Of the first slot, as Debian's reader is configured. */
    public static final int USUAL_PORT = 35_963;

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    /** No precise diagnosis: ISO/IEC 7816-4 section 5.6. */
    private static final byte[] FAILED = {0x6F, 0x00};

    private static final byte POWER_OFF = 0;
    private static final byte POWER_ON = 1;
    private static final byte RESET = 2;
    private static final byte ATR = 4;

    private final SmartCard card;
    private final SocketChannel channel;
    private final Frames frames;
    private final Thread serving;

    private VpcdSlot(SmartCard card, SocketChannel channel) throws IOException {
        this.card = card;
        this.channel = channel;
        this.frames = new Frames(channel);
        this.serving = Thread.ofVirtual().name("vpcd").unstarted(this::serve);
    }

    /**
     * Puts the card into the slot of this port.
     *
     * @throws NoReader where no reader listens there
     */
    public static VpcdSlot insert(SmartCard card, int port) {
        try {
            card.busReset();
            var slot = new VpcdSlot(card, SocketChannel.open(new InetSocketAddress(LOOPBACK, port)));
            slot.serving.start();
            return slot;
        } catch (IOException e) {
            throw new NoReader(port, e);
        }
    }

    /** Whether the card is still in. */
    public boolean isIn() {
        return channel.isOpen();
    }

    private void serve() {
        try (channel) {
            var frame = frames.read();
            while (frame.isPresent()) {
                answer(frame.get());
                frame = frames.read();
            }
        } catch (IOException | PowerLost e) {
            // The card is out.
        } finally {
            card.powerOff();
        }
    }

    private void answer(byte[] frame) throws IOException {
        if (frame.length == 1) {
            control(frame[0]);
        } else if (frame.length > 1) {
            var response = exchange(frame);
            if (response.isPresent()) {
                frames.write(response.get());
            }
        }
    }

    private void control(byte order) throws IOException {
        switch (order) {
            case POWER_OFF -> card.powerOff();
            case POWER_ON, RESET -> card.powerOn();
            case ATR -> frames.write(card.atr());
            default -> {}
        }
    }

    /**
     * A reader that gets no answer is confused for long, so whatever goes wrong in a card is answered, unless silence is what
     * goes wrong.
     */
    private Optional<byte[]> exchange(byte[] command) {
        try {
            return Optional.of(card.exchange(command));
        } catch (PowerLost e) {
            throw e;
        } catch (CardSilence e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(FAILED.clone());
        }
    }

    /** Takes the card out, also in the middle of a command; it is without power when this returns. */
    @Override
    public void close() {
        try {
            channel.close();
            // A command that waits for somebody waits no longer.
            card.powerOff();
            serving.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
