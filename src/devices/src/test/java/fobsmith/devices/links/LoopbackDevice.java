package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import fobsmith.firmware.usb.UsbStall;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * A device that does nothing but what a link must be able to carry: what is written to its bulk endpoint comes back, what
 * is written by a vendor's request can be read by one, its interrupt endpoint tells what a test wants, and it stalls.
 */
final class LoopbackDevice implements UsbFunction {
    static final int VENDOR = 0x1209;
    static final int PRODUCT = 0x0a7c;
    static final int BULK_OUT = 0x01;
    static final int BULK_IN = 0x82;
    static final int INTERRUPT_IN = 0x83;
    /** Vendor's requests to write and to read. */
    static final int REQUEST = 0x51;

    private static final byte[] NOTHING = {};

    private final Queue<ByteBuffer> written = new ArrayDeque<>();
    private final Queue<byte[]> news = new ArrayDeque<>();
    private final Set<Integer> halted = new HashSet<>();
    private byte[] memory = NOTHING;
    private Runnable listener = () -> {};

    @Override
    public byte[] deviceDescriptor() {
        return little(18)
                .put(new byte[] {18, 1, 0, 2, (byte) 0xff, 0, 0, 64})
                .putShort((short) VENDOR)
                .putShort((short) PRODUCT)
                .putShort((short) 0x0102)
                .put(new byte[] {0, 0, 0, 1})
                .array();
    }

    @Override
    public byte[] configurationDescriptor() {
        return little(39)
                .put(new byte[] {9, 2, 39, 0, 1, 1, 0, (byte) 0x80, 50})
                .put(new byte[] {9, 4, 0, 0, 3, (byte) 0xff, 0, 0, 0})
                .put(new byte[] {7, 5, BULK_OUT, 2, 64, 0, 0})
                .put(new byte[] {7, 5, (byte) BULK_IN, 2, 64, 0, 0})
                .put(new byte[] {7, 5, (byte) INTERRUPT_IN, 3, 8, 0, 10})
                .array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public synchronized void reset() {
        written.clear();
        news.clear();
        halted.clear();
        memory = NOTHING;
    }

    @Override
    public synchronized byte[] control(byte[] setup, byte[] data) {
        int length = ByteBuffer.wrap(setup).order(ByteOrder.LITTLE_ENDIAN).getShort(6) & 0xffff;
        var answer = answer(setup, data);
        return Arrays.copyOf(answer, Math.min(answer.length, length));
    }

    private byte[] answer(byte[] setup, byte[] data) {
        return switch (ByteBuffer.wrap(setup).getShort(0) & 0xffff) {
            case 0x8006 -> setup[3] == 1 ? deviceDescriptor() : configurationDescriptor();
            case 0x0009 -> NOTHING;
            case 0x0201 -> {
                halted.remove(setup[4] & 0xff);
                yield NOTHING;
            }
            case 0x4000 | REQUEST -> {
                memory = data.clone();
                yield NOTHING;
            }
            case 0xc000 | REQUEST -> memory.clone();
            default -> throw new UsbStall("no such request");
        };
    }

    @Override
    public synchronized void out(int endpoint, byte[] data) {
        requireRunning(endpoint);
        written.add(ByteBuffer.wrap(data.clone()));
    }

    @Override
    public synchronized Optional<byte[]> in(int endpoint, int capacity) {
        requireRunning(endpoint);
        return endpoint == INTERRUPT_IN ? Optional.ofNullable(news.poll()) : back(capacity);
    }

    private Optional<byte[]> back(int capacity) {
        var first = written.peek();
        if (first == null) {
            return Optional.empty();
        }
        var piece = new byte[Math.min(capacity, first.remaining())];
        first.get(piece);
        if (!first.hasRemaining()) {
            written.remove();
        }
        return Optional.of(piece);
    }

    private void requireRunning(int endpoint) {
        if (halted.contains(endpoint)) {
            throw new UsbStall("halted");
        }
    }

    @Override
    public synchronized void onReady(Runnable listener) {
        this.listener = listener;
    }

    synchronized void halt(int endpoint) {
        halted.add(endpoint);
    }

    /** Lets the interrupt endpoint tell this. */
    void tell(byte[] message) {
        synchronized (this) {
            news.add(message);
        }
        listener.run();
    }
}
