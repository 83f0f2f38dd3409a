package fobsmith.firmware.usb;

/** The configuration of a reader: USB 2.0 section 9.6.3 and CCID 1.10 section 5.1. */
final class ReaderDescriptors {
    /** bcdUSB. */
    static final int USB = 0x0200;

    /** dwMaxCCIDMessageLength: a short APDU and the ten bytes before it. */
    static final int LONGEST_MESSAGE = 271;
    /** wMaxPacketSize of the bulk endpoints. */
    static final int PACKET = 64;

    /** dwDefaultClock, in kHz, and dwDataRate, in bits a second: the only ones there are. */
    static final int CLOCK = 4_000;

    static final int DATA_RATE = 10_752;

    private ReaderDescriptors() {}

    static byte[] configuration(ExchangeLevel level) {
        int length = 9 + 9 + 54 + 3 * 7;
        return Descriptors.little(length)
                .put(new byte[] {9, Descriptors.CONFIGURATION})
                .putShort((short) length)
                .put(new byte[] {1, 1, 0, (byte) 0x80, 50})
                .put(new byte[] {9, 4, 0, 0, 3, 0x0b, 0, 0, 0})
                .put(functional(level))
                .put(new byte[] {7, 5, CcidReader.BULK_OUT, 2, PACKET, 0, 0})
                .put(new byte[] {7, 5, (byte) CcidReader.BULK_IN, 2, PACKET, 0, 0})
                .put(new byte[] {7, 5, (byte) CcidReader.INTERRUPT_IN, 3, 8, 0, 32})
                .array();
    }

    private static byte[] functional(ExchangeLevel level) {
        return Descriptors.little(54)
                .put(new byte[] {54, 0x21, 0x10, 0x01, 0, 7})
                .putInt(3)
                .putInt(CLOCK)
                .putInt(CLOCK)
                .put((byte) 1)
                .putInt(DATA_RATE)
                .putInt(DATA_RATE)
                .put((byte) 1)
                .putInt(254)
                .putInt(0)
                .putInt(0)
                .putInt(level.features())
                .putInt(LONGEST_MESSAGE)
                .put(new byte[] {0, (byte) 0xff, 0, 0, 0, 1})
                .array();
    }
}
