package fobsmith.firmware.usb;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A full-speed USB smart card reader of CCID 1.10 with one slot, the card in it unless taken out. Answers come as soon as the
 * message is whole; where the card takes its time over a command, the host is asked for more again and again. Where the card throws {@link PowerLost} the message is never answered and the reader has no power until
 * {@link #reset}. Thread-safe.
 */
public final class CcidReader implements UsbFunction {
    /** Where messages go, but for a {@link ReaderLayout} of another kind. */
    public static final int BULK_OUT = 0x01;
    /** Where answers come from. */
    public static final int BULK_IN = 0x82;
    /** Where it is told that the card came or went. */
    public static final int INTERRUPT_IN = 0x83;

    static final Set<Integer> ENDPOINTS = Set.of(BULK_OUT, BULK_IN, INTERRUPT_IN);

    private final Descriptors descriptors;
    private final ReaderLayout layout;
    private final Endpoints endpoints;
    private final FaultSwitch<ReaderFault> faults = new FaultSwitch<>();
    private final Power power = new Power();
    private final Slot slot;
    private final BulkPipe bulk;
    private final ControlPipe control;
    private volatile Runnable listener = () -> {};

    public CcidReader(ReaderIdentity identity, ExchangeLevel level, SmartCard card) {
        this(identity, level, card, Slot.USUAL_PATIENCE);
    }

    /** One that stands elsewhere in its device than alone. */
    public CcidReader(ReaderIdentity identity, ExchangeLevel level, SmartCard card, ReaderLayout layout) {
        this(identity, level, card, Slot.USUAL_PATIENCE, layout);
    }

    /** @param patience how long a command may take before the host is asked for more time, and then again */
    public CcidReader(ReaderIdentity identity, ExchangeLevel level, SmartCard card, Duration patience) {
        this(identity, level, card, patience, ReaderLayout.ALONE);
    }

    private CcidReader(
            ReaderIdentity identity, ExchangeLevel level, SmartCard card, Duration patience, ReaderLayout layout) {
        this.layout = layout;
        this.endpoints = new Endpoints(layout.endpoints());
        this.descriptors = new Descriptors(identity, ReaderDescriptors.USB, 0, layout.configuration(level));
        this.slot = new Slot(card, patience);
        var messages = new BulkMessages(slot, level, layout.longestMessage(), identity.success());
        this.bulk = new BulkPipe(
                layout.bulkOut(),
                new Incoming(layout.longestMessage()),
                endpoints,
                slot,
                messages,
                faults,
                this::later);
        this.control = new ControlPipe(
                new StandardRequests(descriptors, endpoints, this::configure),
                endpoints,
                layout.requests(new CcidRequests(ReaderDescriptors.CLOCK, ReaderDescriptors.DATA_RATE, bulk::abort)));
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
        power.carry(() -> configure(1));
    }

    /** USB 2.0 section 9.1.1.5: what is chosen anew begins anew. */
    private void configure(int configuration) {
        endpoints.configure(configuration);
        bulk.forget();
        slot.reset();
    }

    @Override
    public synchronized byte[] control(byte[] setup, byte[] data) {
        return power.carry(() -> control.answer(Setup.of(setup), data));
    }

    @Override
    public synchronized void out(int endpoint, byte[] data) {
        power.carry(() -> {
            endpoints.requireOut(endpoint);
            if (endpoint != layout.bulkOut()) {
                throw new UsbStall("what is behind endpoint %02x is not simulated".formatted(endpoint));
            }
            bulk.out(data);
        });
    }

    @Override
    public synchronized Optional<byte[]> in(int endpoint, int capacity) {
        return power.carry(() -> {
            endpoints.requireIn(endpoint);
            return switch (endpoint) {
                case BULK_IN -> bulk.in(capacity);
                case INTERRUPT_IN ->
                    slot.change().map(change -> Arrays.copyOf(change, Math.min(capacity, change.length)));
                default -> Optional.empty();
            };
        });
    }

    /** Whoever comes next is told where the power went meanwhile. */
    private void later(Runnable work) {
        synchronized (this) {
            try {
                power.carry(work);
            } catch (PowerLost e) {
                // Power remembers.
            }
        }
        listener.run();
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
        faults.on(fault, FaultSwitch.UNTIL_MENDED);
    }

    /** Lets the next messages, so many of them, meet this fault, in place of any other. */
    public synchronized void fault(ReaderFault fault, int messages) {
        faults.on(fault, messages);
    }

    public synchronized void mend() {
        faults.off();
    }
}
