package fobsmith.firmware.usb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A full-speed USB device of two interfaces: 0 is HID, through which a token is spoken to in feature reports, 1 a CCID reader.
 * The smart card within the reader is not simulated: its slot is empty, and tells so. Where the token throws {@link
 * PowerLost} the device has no power until {@link #reset}. Thread-safe.
 */
public final class HidDevice implements UsbFunction {
    private static final Set<Integer> HID = Set.of(HidDescriptors.REPORT_IN);
    private static final Set<Integer> READER =
            Set.of(HidDescriptors.BULK_OUT, HidDescriptors.BULK_IN, HidDescriptors.INTERRUPT_IN);

    private final FeatureReports token;
    private final Descriptors descriptors;
    private final Endpoints endpoints = new Endpoints(List.of(HID, READER));
    private final FaultSwitch<ReportFault> faults = new FaultSwitch<>();
    private final Power power = new Power();
    private final Slot slot = new Slot(new NoCard(), Slot.USUAL_PATIENCE);
    private final BulkPipe bulk;
    private final ControlPipe control;

    public HidDevice(ReaderIdentity identity, FeatureReports token) {
        this.token = token;
        this.descriptors = new Descriptors(identity, HidDescriptors.USB, 0, HidDescriptors.configuration());
        this.bulk = new BulkPipe(
                HidDescriptors.BULK_OUT,
                new Incoming(ReaderDescriptors.LONGEST_MESSAGE),
                endpoints,
                slot,
                new BulkMessages(slot, ExchangeLevel.SHORT_APDU, ReaderDescriptors.LONGEST_MESSAGE, 0),
                new FaultSwitch<>(),
                Runnable::run);
        this.control = new ControlPipe(
                new StandardRequests(descriptors, endpoints, this::configure),
                endpoints,
                List.of(
                        new HidRequests(new ReportPipe(token, faults)),
                        new CcidRequests(HidDescriptors.CLOCK, HidDescriptors.DATA_RATE, bulk::abort)));
        slot.remove();
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
        power.carry(() -> {
            token.powerOn();
            configure(1);
        });
    }

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
            bulk.out(data);
        });
    }

    @Override
    public synchronized Optional<byte[]> in(int endpoint, int capacity) {
        return power.carry(() -> {
            endpoints.requireIn(endpoint);
            return switch (endpoint) {
                case HidDescriptors.BULK_IN -> bulk.in(capacity);
                case HidDescriptors.INTERRUPT_IN ->
                    slot.change().map(change -> Arrays.copyOf(change, Math.min(capacity, change.length)));
                default -> Optional.empty();
            };
        });
    }

    /** Lets every report or answer meet this fault, in place of any other, until {@link #mend}. */
    public synchronized void fault(ReportFault fault) {
        faults.on(fault, FaultSwitch.UNTIL_MENDED);
    }

    /** Lets the next reports or answers, so many of them, meet this fault, in place of any other. */
    public synchronized void fault(ReportFault fault, int times) {
        faults.on(fault, times);
    }

    public synchronized void mend() {
        faults.off();
    }

    /** What is never in the slot. */
    private static final class NoCard implements SmartCard {
        @Override
        public byte[] atr() {
            return new byte[] {0x3b, 0x00};
        }

        @Override
        public void powerOn() {}

        @Override
        public void powerOff() {}

        @Override
        public byte[] exchange(byte[] command) {
            return new byte[0];
        }
    }
}
