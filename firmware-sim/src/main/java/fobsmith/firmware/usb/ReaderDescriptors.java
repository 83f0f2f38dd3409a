package fobsmith.firmware.usb;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What a reader says of itself: USB 2.0 section 9.6 and CCID 1.10 section 5.1. */
final class ReaderDescriptors {
    /** dwMaxCCIDMessageLength: a short APDU and the ten bytes before it. */
    static final int LONGEST_MESSAGE = 271;
    /** wMaxPacketSize of the bulk endpoints. */
    static final int PACKET = 64;

    /** dwDefaultClock, in kHz, and dwDataRate, in bits a second: the only ones there are. */
    static final int CLOCK = 4_000;

    static final int DATA_RATE = 10_752;

    private static final int DEVICE = 1;
    private static final int CONFIGURATION = 2;
    private static final int STRING = 3;
    private static final int ENGLISH = 0x0409;

    private final ReaderIdentity identity;
    private final ExchangeLevel level;
    private final List<String> texts;

    ReaderDescriptors(ReaderIdentity identity, ExchangeLevel level) {
        this.identity = identity;
        this.level = level;
        this.texts = List.of(identity.manufacturer(), identity.name(), identity.serial());
    }

    /** What GET_DESCRIPTOR is answered with, whole. */
    byte[] get(Setup setup) {
        return switch (setup.value()) {
            case DEVICE << 8 -> device();
            case CONFIGURATION << 8 -> configuration();
            case STRING << 8 ->
                little(4)
                        .put((byte) 4)
                        .put((byte) STRING)
                        .putShort((short) ENGLISH)
                        .array();
            default -> text(setup);
        };
    }

    private byte[] text(Setup setup) {
        int number = setup.value() - (STRING << 8);
        if (number < 1 || number > texts.size() || textIndex(number) == 0 || setup.index() != ENGLISH) {
            throw new UsbStall("there is no descriptor %04x %04x".formatted(setup.value(), setup.index()));
        }
        var text = texts.get(number - 1).getBytes(UTF_16LE);
        int length = 2 + text.length;
        return little(length).put((byte) length).put((byte) STRING).put(text).array();
    }

    private byte textIndex(int number) {
        return (byte) (texts.get(number - 1).isEmpty() ? 0 : number);
    }

    byte[] device() {
        return little(18)
                .put(new byte[] {18, DEVICE, 0x00, 0x02, 0, 0, 0, PACKET})
                .putShort((short) identity.vendor())
                .putShort((short) identity.product())
                .putShort((short) identity.release())
                .put(new byte[] {textIndex(1), textIndex(2), textIndex(3), 1})
                .array();
    }

    byte[] configuration() {
        int length = 9 + 9 + 54 + 3 * 7;
        return little(length)
                .put(new byte[] {9, CONFIGURATION})
                .putShort((short) length)
                .put(new byte[] {1, 1, 0, (byte) 0x80, 50})
                .put(new byte[] {9, 4, 0, 0, 3, 0x0b, 0, 0, 0})
                .put(functional())
                .put(new byte[] {7, 5, CcidReader.BULK_OUT, 2, PACKET, 0, 0})
                .put(new byte[] {7, 5, (byte) CcidReader.BULK_IN, 2, PACKET, 0, 0})
                .put(new byte[] {7, 5, (byte) CcidReader.INTERRUPT_IN, 3, 8, 0, 32})
                .array();
    }

    private byte[] functional() {
        return little(54)
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

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
