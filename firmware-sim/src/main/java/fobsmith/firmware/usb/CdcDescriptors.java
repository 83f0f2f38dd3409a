package fobsmith.firmware.usb;

/** The configuration of a serial port: USB PSTN devices 1.20, a modem that knows no calls. */
final class CdcDescriptors {
    /** bcdUSB 2.00. */
    static final int USB = 0x0200;

    /** bDeviceClass of such a device, and of its first interface. */
    static final int COMMUNICATIONS = 2;

    /** wMaxPacketSize of the bulk endpoints. */
    private static final int PACKET = 64;

    private static final int DATA = 0x0a;

    private CdcDescriptors() {}

    static byte[] configuration() {
        int length = 9 + 9 + 5 + 5 + 4 + 5 + 7 + 9 + 2 * 7;
        return Descriptors.little(length)
                .put(new byte[] {9, Descriptors.CONFIGURATION})
                .putShort((short) length)
                .put(new byte[] {2, 1, 0, (byte) 0x80, 50})
                .put(new byte[] {9, 4, 0, 0, 1, COMMUNICATIONS, 2, 1, 0})
                .put(functional())
                .put(new byte[] {7, 5, (byte) CdcSerialPort.INTERRUPT_IN, 3, 16, 0, 32})
                .put(new byte[] {9, 4, 1, 0, 2, DATA, 0, 0, 0})
                .put(new byte[] {7, 5, CdcSerialPort.BULK_OUT, 2, PACKET, 0, 0})
                .put(new byte[] {7, 5, (byte) CdcSerialPort.BULK_IN, 2, PACKET, 0, 0})
                .array();
    }

    /** Header, call management, abstract control (line coding and state only), union. */
    private static byte[] functional() {
        return new byte[] {5, 0x24, 0, 0x10, 1, 5, 0x24, 1, 0, 1, 4, 0x24, 2, 2, 5, 0x24, 6, 0, 1};
    }
}
