package fobsmith.firmware.usb;

import fobsmith.firmware.parts.Terminal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A full-speed USB serial port of the abstract control model (CDC-ACM), with a console behind it that is connected as long as
 * the host asserts DTR. What the console writes in one go is what the host reads in one, where that is not longer than it
 * asks for. Where the console throws {@link PowerLost} the port has no power until {@link #reset}. Thread-safe.
 */
public final class CdcSerialPort implements UsbFunction {
    /** Where the host's bytes go. */
    public static final int BULK_OUT = 0x01;
    /** Where the console's come from. */
    public static final int BULK_IN = 0x82;
    /** Where a change of the line would be told; there is none. */
    public static final int INTERRUPT_IN = 0x83;

    /** Bytes the console can be ahead of the host; what is more is lost, as on the device. */
    private static final int MOST_WAITING = 1 << 20;

    private final Terminal terminal;
    private final Descriptors descriptors;
    private final Endpoints endpoints = new Endpoints(List.of(Set.of(INTERRUPT_IN), Set.of(BULK_OUT, BULK_IN)));
    private final CdcRequests line = new CdcRequests(this::ready);
    private final ControlPipe control;
    private final Outbound outbound = new Outbound();
    private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});
    private final Power power = new Power();
    private boolean ready;

    public CdcSerialPort(ReaderIdentity identity, Terminal terminal) {
        this.terminal = terminal;
        this.descriptors = new Descriptors(
                identity, CdcDescriptors.USB, CdcDescriptors.COMMUNICATIONS, CdcDescriptors.configuration());
        this.control = new ControlPipe(
                new StandardRequests(descriptors, endpoints, this::configure),
                endpoints,
                List.of(line, CdcSerialPort::data));
    }

    /** What the console has written and the host has not read. With a lock of its own: consoles write from any thread. */
    private static final class Outbound {
        private final Deque<byte[]> chunks = new ArrayDeque<>();
        private int waiting;

        synchronized void add(byte[] chunk) {
            if (waiting + chunk.length <= MOST_WAITING) {
                chunks.add(chunk);
                waiting += chunk.length;
            }
        }

        synchronized void clear() {
            chunks.clear();
            waiting = 0;
        }

        synchronized Optional<byte[]> next(int capacity) {
            var chunk = chunks.peek();
            if (chunk == null) {
                return Optional.empty();
            }
            chunks.remove();
            waiting -= chunk.length;
            if (chunk.length <= capacity) {
                return Optional.of(chunk);
            }
            chunks.addFirst(Arrays.copyOfRange(chunk, capacity, chunk.length));
            waiting += chunk.length - capacity;
            return Optional.of(Arrays.copyOf(chunk, capacity));
        }
    }

    /** Bits a second that the host has asked for; nothing depends on them. */
    public synchronized long baudRate() {
        return line.baudRate();
    }

    @Override
    public byte[] deviceDescriptor() {
        return descriptors.device();
    }

    @Override
    public byte[] configurationDescriptor() {
        return descriptors.configuration();
    }

    @Override
    public synchronized void reset() {
        power.comeBack();
        configure(1);
    }

    private void configure(int configuration) {
        endpoints.configure(configuration);
        hangUp();
    }

    /** The data interface knows no requests. */
    private static byte[] data(Setup setup, byte[] data) {
        throw setup.refused();
    }

    private void hangUp() {
        if (ready) {
            ready = false;
            terminal.disconnect();
        }
        outbound.clear();
    }

    /** Saying so twice is nothing new. */
    private void ready(boolean now) {
        if (now && !ready) {
            ready = true;
            terminal.connect(this::write);
        } else if (!now) {
            hangUp();
        }
    }

    private void write(byte[] bytes) {
        outbound.add(bytes);
        listener.get().run();
    }

    @Override
    public synchronized byte[] control(byte[] setup, byte[] data) {
        return withPower(() -> control.answer(Setup.of(setup), data));
    }

    @Override
    public synchronized void out(int endpoint, byte[] data) {
        withPower(() -> {
            endpoints.requireOut(endpoint);
            terminal.receive(data);
            return true;
        });
    }

    @Override
    public synchronized Optional<byte[]> in(int endpoint, int capacity) {
        return withPower(() -> {
            endpoints.requireIn(endpoint);
            return endpoint == BULK_IN ? outbound.next(capacity) : Optional.<byte[]>empty();
        });
    }

    /** Where the power is lost, so is the host's DTR. */
    private <T> T withPower(Supplier<T> transfer) {
        try {
            return power.carry(transfer);
        } catch (PowerLost e) {
            ready = false;
            throw e;
        }
    }

    @Override
    public void onReady(Runnable newListener) {
        listener.set(newListener);
    }
}
