package fobsmith.devices.links;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A transfer that libusb has submitted: struct usbdevfs_urb of linux/usbdevice_fs.h, on a machine with 64-bit addresses.
 *
 * @param address where it is, which is also its name
 * @param buffer where its data are; those of a control transfer begin with the setup
 */
record Urb(long address, boolean isControl, int endpoint, long buffer, int length) {
    static final int SIZE = 56;
    private static final int SETUP = 8;

    private static final int CONTROL = 2;
    private static final int STATUS_AT = 4;
    private static final int ACTUAL_LENGTH_AT = 28;

    static Urb read(IoctlConnection memory, long address) throws IOException {
        var urb = ByteBuffer.wrap(memory.peek(address, SIZE)).order(ByteOrder.nativeOrder());
        return new Urb(address, urb.get(0) == CONTROL, urb.get(1) & 0xff, urb.getLong(16), urb.getInt(24));
    }

    byte[] setup(IoctlConnection memory) throws IOException {
        return memory.peek(buffer, SETUP);
    }

    /** What goes to the device. */
    byte[] data(IoctlConnection memory) throws IOException {
        return isControl ? memory.peek(buffer + SETUP, length - SETUP) : memory.peek(buffer, length);
    }

    /** Done with these data towards the host. */
    void finishIn(IoctlConnection memory, byte[] data) throws IOException {
        int room = isControl ? length - SETUP : length;
        var fitting = Arrays.copyOf(data, Math.min(data.length, room));
        memory.poke(isControl ? buffer + SETUP : buffer, fitting);
        finish(memory, 0, fitting.length);
    }

    /** Done with all that was to go to the device. */
    void finishOut(IoctlConnection memory) throws IOException {
        finish(memory, 0, isControl ? length - SETUP : length);
    }

    void fail(IoctlConnection memory, int error) throws IOException {
        finish(memory, -error, 0);
    }

    private void finish(IoctlConnection memory, int status, int actualLength) throws IOException {
        memory.poke(address + STATUS_AT, number(status));
        memory.poke(address + ACTUAL_LENGTH_AT, number(actualLength));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
    }
}
