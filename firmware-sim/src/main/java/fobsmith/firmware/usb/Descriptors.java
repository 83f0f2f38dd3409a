package fobsmith.firmware.usb;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What a device of one configuration says of itself: USB 2.0 section 9.6. */
final class Descriptors {
    static final int DEVICE = 1;
    static final int CONFIGURATION = 2;
    static final int STRING = 3;

    /** bMaxPacketSize0. */
    private static final int PACKET = 64;

    private static final int ENGLISH = 0x0409;

    private final ReaderIdentity identity;
    private final int usb;
    private final int deviceClass;
    private final byte[] configuration;
    private final List<String> texts;

    /**
     * @param usb bcdUSB
     * @param deviceClass 0 where each interface has its own
     * @param configuration with everything that follows it
     */
    Descriptors(ReaderIdentity identity, int usb, int deviceClass, byte[] configuration) {
        this.identity = identity;
        this.usb = usb;
        this.deviceClass = deviceClass;
        this.configuration = configuration.clone();
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
                .put(new byte[] {18, DEVICE})
                .putShort((short) usb)
                .put(new byte[] {(byte) deviceClass, 0, 0, PACKET})
                .putShort((short) identity.vendor())
                .putShort((short) identity.product())
                .putShort((short) identity.release())
                .put(new byte[] {textIndex(1), textIndex(2), textIndex(3), 1})
                .array();
    }

    byte[] configuration() {
        return configuration.clone();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
