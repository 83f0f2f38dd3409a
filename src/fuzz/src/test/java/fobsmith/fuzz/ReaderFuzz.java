package fobsmith.fuzz;

import fobsmith.devices.DeviceException;
import fobsmith.devices.ccid.CcidTiming;
import fobsmith.devices.ccid.CcidTransport;
import fobsmith.devices.usb.UsbDescriptors;
import fobsmith.devices.usb.UsbDevice;
import fobsmith.devices.usb.UsbSetup;
import java.time.Duration;
import java.util.HexFormat;

/** A CCID reader: descriptors where the first byte is odd, messages otherwise. */
final class ReaderFuzz {
    private static final CcidTiming AT_ONCE =
            new CcidTiming(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(1));

    private static final byte[] DEVICE = hex("12010002000000400410070400010000" + "0001");

    /** A CCID of one slot that takes whole APDUs, with two bulk endpoints (CCID 1.1 section 5.1). */
    private static final byte[] CONFIGURATION = hex("09025d00010100c01e" + "09040000020b000000"
            + "3621100100" + "07" + "02000000" + "a00f0000" + "a00f0000" + "00" + "00c20100" + "00c20100" + "00"
            + "fe000000" + "00000000" + "00000000" + "fe040400" + "000c0000" + "ff" + "ff" + "0000" + "00" + "01"
            + "07050102400000" + "07058202400000");

    private ReaderFuzz() {}

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        var answers = new Answers(bytes);
        try {
            boolean odd = (answers.next(1).length & 1) == 1;
            var descriptors = UsbDescriptors.parse(DEVICE, odd ? answers.next(255) : CONFIGURATION);
            try (var reader = CcidTransport.open(new Reader(descriptors, answers), AT_ONCE)) {
                reader.exchange(hex("00a4040007a0000005272101"));
                reader.exchange(hex("00a10000"));
            }
        } catch (DeviceException e) {
            e.advice();
        }
    }

    private record Reader(UsbDescriptors descriptors, Answers answers) implements UsbDevice {
        @Override
        public void claim(int interfaceNumber) {}

        @Override
        public byte[] controlIn(UsbSetup setup, Duration timeout) {
            return answers.next(setup.length());
        }

        @Override
        public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {}

        @Override
        public void bulkOut(int endpoint, byte[] data, Duration timeout) {}

        @Override
        public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
            return answers.next(capacity);
        }

        @Override
        public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}
