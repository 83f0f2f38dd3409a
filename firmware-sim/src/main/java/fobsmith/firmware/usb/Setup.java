package fobsmith.firmware.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What begins a control transfer: USB 2.0 section 9.3. */
record Setup(int requestType, int request, int value, int index, int length) {
    static Setup of(byte[] bytes) {
        if (bytes.length != 8) {
            throw new IllegalArgumentException("a setup of %d bytes is not of 8 bytes".formatted(bytes.length));
        }
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Setup(bytes[0] & 0xff, bytes[1] & 0xff, word(buffer, 2), word(buffer, 4), word(buffer, 6));
    }

    private static int word(ByteBuffer buffer, int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    /** bmRequestType and bRequest as one number. */
    int kind() {
        return requestType << 8 | request;
    }

    /** Whether its recipient is an interface, which wIndex names. */
    boolean isToInterface() {
        return (requestType & 0x1f) == 1;
    }

    UsbStall refused() {
        return new UsbStall("request %02x %02x %04x %04x is not served".formatted(requestType, request, value, index));
    }
}
