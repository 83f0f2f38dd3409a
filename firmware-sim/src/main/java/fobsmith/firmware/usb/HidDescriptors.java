package fobsmith.firmware.usb;

/**
 * The configuration of a Nitrokey Pro, after {@code CCIDHID_usb_desc.c} of Nitrokey/nitrokey-pro-firmware: interface 0 HID 1.11
 * section 6.2, interface 1 a card reader of CCID 1.10 section 5.1 that exchanges TPDUs.
 */
final class HidDescriptors {
    /** bcdUSB. */
    static final int USB = 0x0110;

    static final int REPORT_IN = 0x84;
    static final int BULK_OUT = 0x02;
    static final int BULK_IN = 0x82;
    static final int INTERRUPT_IN = 0x81;

    /** dwDefaultClock, in kHz, and dwDataRate, in bits a second. */
    static final int CLOCK = 3_600;

    static final int DATA_RATE = 9_677;

    private static final int HIGHEST_DATA_RATE = 116_129;
    private static final int TPDUS = 0x0001_04ba;

    private HidDescriptors() {}

    static byte[] configuration() {
        int length = 9 + 9 + 9 + 7 + 9 + 54 + 3 * 7;
        return Descriptors.little(length)
                .put(new byte[] {9, Descriptors.CONFIGURATION})
                .putShort((short) length)
                .put(new byte[] {2, 1, 0, (byte) 0x80, 50})
                .put(new byte[] {9, 4, 0, 0, 1, 3, 0, 0, 0})
                .put(hid())
                .put(new byte[] {7, 5, (byte) REPORT_IN, 3, 8, 0, 10})
                .put(new byte[] {9, 4, 1, 0, 3, 0x0b, 0, 0, 0})
                .put(reader())
                .put(new byte[] {7, 5, (byte) INTERRUPT_IN, 3, 64, 0, 24})
                .put(new byte[] {7, 5, BULK_OUT, 2, 64, 0, 0})
                .put(new byte[] {7, 5, (byte) BULK_IN, 2, 64, 0, 0})
                .array();
    }

    static byte[] hid() {
        return new byte[] {9, 0x21, 0x10, 0x01, 0, 1, 0x22, (byte) report().length, 0};
    }

    /** Input, output and feature reports of 64 bytes each, without numbers. */
    static byte[] report() {
        return Descriptors.little(42)
                .put(new byte[] {0x06, 0x00, (byte) 0xff, 0x09, 0x01, (byte) 0xa1, 0x01})
                .put(new byte[] {0x09, 0x01, 0x15, 0x00, 0x26, (byte) 0xff, 0x00, 0x75, 0x08, (byte) 0x95, 0x40})
                .put(new byte[] {(byte) 0x81, 0x02})
                .put(new byte[] {0x09, 0x02, 0x15, 0x00, 0x26, (byte) 0xff, 0x00, 0x75, 0x08, (byte) 0x95, 0x40})
                .put(new byte[] {(byte) 0x91, 0x02})
                .put(new byte[] {0x09, 0x02, 0x75, 0x08, (byte) 0x95, 0x40, (byte) 0xb1, 0x02, (byte) 0xc0})
                .array();
    }

    private static byte[] reader() {
        return Descriptors.little(54)
                .put(new byte[] {54, 0x21, 0x10, 0x01, 0, 2})
                .putInt(2)
                .putInt(CLOCK)
                .putInt(CLOCK)
                .put((byte) 0)
                .putInt(DATA_RATE)
                .putInt(HIGHEST_DATA_RATE)
                .put((byte) 0)
                .putInt(254)
                .putInt(0)
                .putInt(0)
                .putInt(TPDUS)
                .putInt(ReaderDescriptors.LONGEST_MESSAGE)
                .put(new byte[] {0, 0, 0, 0, 0, 1})
                .array();
    }
}
