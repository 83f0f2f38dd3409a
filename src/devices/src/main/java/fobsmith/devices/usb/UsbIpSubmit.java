package fobsmith.devices.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A transfer as a USB/IP client orders it: CMD_SUBMIT. */
final class UsbIpSubmit {
    private static final int HEADER = 48;
    private static final int SUBMIT = 1;
    private static final int NO_ISOCHRONOUS_PACKETS = -1;
    private static final byte[] NOTHING = {};

    private final int endpoint;
    private final byte[] setup;
    private final byte[] out;
    private final int length;

    private UsbIpSubmit(int endpoint, byte[] setup, byte[] out, int length) {
        this.endpoint = endpoint;
        this.setup = setup;
        this.out = out;
        this.length = length;
    }

    static UsbIpSubmit controlIn(UsbSetup setup) {
        return new UsbIpSubmit(0x80, bytes(setup, setup.length()), NOTHING, setup.length());
    }

    static UsbIpSubmit controlOut(UsbSetup setup, byte[] data) {
        return new UsbIpSubmit(0x00, bytes(setup, data.length), data, data.length);
    }

    static UsbIpSubmit in(int endpoint, int capacity) {
        return new UsbIpSubmit(endpoint, new byte[8], NOTHING, capacity);
    }

    static UsbIpSubmit out(int endpoint, byte[] data) {
        return new UsbIpSubmit(endpoint, new byte[8], data, data.length);
    }

    /** As in its descriptor (bit 7: towards the host); 80 and 0 are the control pipe. */
    int endpoint() {
        return endpoint;
    }

    /** How many bytes are to be moved, at most. */
    int length() {
        return length;
    }

    boolean towardsHost() {
        return (endpoint & 0x80) != 0;
    }

    /** The message with what goes out behind it. */
    byte[] message(int number, int device) {
        return ByteBuffer.allocate(HEADER + out.length)
                .putInt(SUBMIT)
                .putInt(number)
                .putInt(device)
                .putInt(towardsHost() ? 1 : 0)
                .putInt(endpoint & 0x0f)
                .putInt(0) // flags
                .putInt(length)
                .putInt(0) // start frame
                .putInt(NO_ISOCHRONOUS_PACKETS)
                .putInt(0) // interval
                .put(setup)
                .put(out)
                .array();
    }

    /** In USB's own byte order, unlike everything around it. */
    private static byte[] bytes(UsbSetup setup, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) setup.requestType())
                .put((byte) setup.request())
                .putShort((short) setup.value())
                .putShort((short) setup.index())
                .putShort((short) length)
                .array();
    }
}
