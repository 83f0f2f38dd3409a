package fobsmith.firmware.usb;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What a serial port says of itself: USB 2.0 section 9.6 and USB PSTN devices 1.20, a modem that knows no calls. */
final class CdcDescriptors {
    /** wMaxPacketSize of the bulk endpoints. */
    static final int PACKET = 64;

    private static final int DEVICE = 1;
    private static final int CONFIGURATION = 2;
    private static final int STRING = 3;
    private static final int ENGLISH = 0x0409;
    private static final int COMMUNICATIONS = 2;
    private static final int DATA = 0x0a;

    private final ReaderIdentity identity;
    private final List<String> texts;

    CdcDescriptors(ReaderIdentity identity) {
        this.identity = identity;
        this.texts = List.of(identity.manufacturer(), identity.name(), identity.serial());
    }

    /** What GET_DESCRIPTOR is answered with, whole. */
    byte[] get(Setup setup) {
        return switch (setup.value()) {
            case DEVICE << 8 -> device();
            case CONFIGURATION << 8 -> configuration();
            case STRING << 8 -> new byte[] {4, STRING, (byte) ENGLISH, (byte) (ENGLISH >> 8)};
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
                .put(new byte[] {18, DEVICE, 0x00, 0x02, COMMUNICATIONS, 0, 0, PACKET})
                .putShort((short) identity.vendor())
                .putShort((short) identity.product())
                .putShort((short) identity.release())
                .put(new byte[] {textIndex(1), textIndex(2), textIndex(3), 1})
                .array();
    }

    byte[] configuration() {
        int length = 9 + 9 + 5 + 5 + 4 + 5 + 7 + 9 + 2 * 7;
        return little(length)
                .put(new byte[] {9, CONFIGURATION})
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

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
