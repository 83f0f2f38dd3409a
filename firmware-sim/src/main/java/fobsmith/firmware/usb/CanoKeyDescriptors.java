package fobsmith.firmware.usb;

/**
 * The configuration of a CanoKey, 127 bytes, after {@code usbd_desc.c} of canokeys/canokey-core: interface 0 HID for FIDO, 1
 * WebUSB, 2 the reader. Assumed: what is not told of it (the keyboard is off, power, polling interval).
 */
final class CanoKeyDescriptors {
    private static final int FEATURES = 0x0004_00fe;
    private static final int LONGEST_BLOCK = 0x053e;

    private CanoKeyDescriptors() {}

    static byte[] configuration(int longestMessage) {
        int length = 9 + 9 + 9 + 2 * 7 + 9 + 9 + 54 + 2 * 7;
        return Descriptors.little(length)
                .put(new byte[] {9, Descriptors.CONFIGURATION})
                .putShort((short) length)
                .put(new byte[] {3, 1, 0, (byte) 0x80, 50})
                .put(new byte[] {9, 4, 0, 0, 2, 3, 0, 0, 0})
                .put(new byte[] {9, 0x21, 0x11, 0x01, 0, 1, 0x22, 34, 0})
                .put(new byte[] {7, 5, (byte) ReaderLayout.FIDO_IN, 3, 64, 0, 5})
                .put(new byte[] {7, 5, ReaderLayout.FIDO_OUT, 3, 64, 0, 5})
                .put(new byte[] {9, 4, 1, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0})
                .put(new byte[] {9, 4, 2, 0, 2, 0x0b, 0, 0, 0})
                .put(reader(longestMessage))
                .put(new byte[] {7, 5, (byte) ReaderLayout.BEHIND_FIDO_AND_WEBUSB.bulkOut(), 2, 64, 0, 0})
                .put(new byte[] {7, 5, (byte) CcidReader.BULK_IN, 2, 64, 0, 0})
                .array();
    }

    private static byte[] reader(int longestMessage) {
        return Descriptors.little(54)
                .put(new byte[] {54, 0x21, 0x10, 0x01, 0, 7})
                .putInt(3)
                .putInt(ReaderDescriptors.CLOCK)
                .putInt(ReaderDescriptors.CLOCK)
                .put((byte) 1)
                .putInt(ReaderDescriptors.DATA_RATE)
                .putInt(ReaderDescriptors.DATA_RATE)
                .put((byte) 1)
                .putInt(LONGEST_BLOCK)
                .putInt(0)
                .putInt(0)
                .putInt(FEATURES)
                .putInt(longestMessage)
                .put(new byte[] {0, (byte) 0xff, 0, 0, 0, 1})
                .array();
    }
}
