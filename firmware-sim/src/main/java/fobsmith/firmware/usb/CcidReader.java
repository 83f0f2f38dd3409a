package fobsmith.firmware.usb;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A full-speed USB smart card reader of CCID 1.10 with one slot, the card in it unless taken out. Answers come as soon as the
 * message is whole. Where the card throws {@link PowerLost} the message is never answered and the reader has no power until
 * {@link #reset}. Thread-safe.
 */
public final class CcidReader implements UsbFunction {
    /** Where messages go. */
    public static final int BULK_OUT = 0x01;
    /** Where answers come from. */
    public static final int BULK_IN = 0x82;
    /** Where it is told that the card came or went. */
    public static final int INTERRUPT_IN = 0x83;

    private static final long UNTIL_MENDED = Long.MAX_VALUE;

    private final ReaderDescriptors descriptors;
    private final Endpoints endpoints = new Endpoints();
    private final FaultSwitch faults = new FaultSwitch();
    private final Slot slot;
    private final BulkPipe bulk;
    private final ControlPipe control;
    private volatile Runnable listener = () -> {};
    private boolean powered = true;

    public CcidReader(ReaderIdentity identity, ExchangeLevel level, SmartCard card) {
        this.descriptors = new ReaderDescriptors(identity, level);
        this.slot = new Slot(card);
        this.bulk = new BulkPipe(endpoints, slot, level, faults);
        this.control = new ControlPipe(descriptors, endpoints, this::configure, bulk::abort);
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
        powered = true;
        withPower(() -> configure(1));
    }

    /** USB 2.0 section 9.1.1.5: what is chosen anew begins anew. */
    private void configure(int configuration) {
        endpoints.configure(configuration);
        bulk.forget();
        slot.reset();
    }

    @Override
    public synchronized byte[] control(byte[] setup, byte[] data) {
        return withPower(() -> control.answer(Setup.of(setup)));
    }

    @Override
    public synchronized void out(int endpoint, byte[] data) {
        withPower(() -> {
            endpoints.requireRunning(endpoint);
            requireDirection(endpoint, endpoint == BULK_OUT);
            bulk.out(data);
        });
    }

    @Override
    public synchronized Optional<byte[]> in(int endpoint, int capacity) {
        return withPower(() -> {
            endpoints.requireRunning(endpoint);
            requireDirection(endpoint, endpoint != BULK_OUT);
            return endpoint == BULK_IN
                    ? bulk.in(capacity)
                    : slot.change().map(change -> Arrays.copyOf(change, Math.min(capacity, change.length)));
        });
    }

    private static void requireDirection(int endpoint, boolean fits) {
        if (!fits) {
            throw new UsbStall("endpoint %02x runs the other way".formatted(endpoint));
        }
    }

    private void withPower(Runnable transfer) {
        withPower(() -> {
            transfer.run();
            return true;
        });
    }

    private <T> T withPower(Supplier<T> transfer) {
        if (!powered) {
            throw new PowerLost("the reader has no power");
        }
        try {
            return transfer.get();
        } catch (PowerLost e) {
            powered = false;
            throw e;
        }
    }

    @Override
    public void onReady(Runnable listener) {
        this.listener = listener;
    }

    /** Takes the card out; nothing happens where it is out. */
    public void removeCard() {
        synchronized (this) {
            slot.remove();
        }
        listener.run();
    }

    /** Puts the card back; it is without power then. */
    public void insertCard() {
        synchronized (this) {
            slot.insert();
        }
        listener.run();
    }

    /** Lets every message meet this fault, in place of any other, until {@link #mend}. */
    public synchronized void fault(ReaderFault fault) {
        faults.on(fault, UNTIL_MENDED);
    }

    /** Lets the next messages, so many of them, meet this fault, in place of any other. */
    public synchronized void fault(ReaderFault fault, int messages) {
        faults.on(fault, messages);
    }

    public synchronized void mend() {
        faults.off();
    }
}
