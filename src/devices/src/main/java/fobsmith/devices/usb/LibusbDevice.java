package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/** A device that libusb has opened. A kernel driver on a claimed interface is sent away and comes back afterwards. */
final class LibusbDevice implements UsbDevice {
    private final DeviceHandle handle;
    private final String place;
    private final Consumer<LibusbDevice> whenClosed;
    private final Deque<Integer> claimed = new ArrayDeque<>();
    private final UsbDescriptors descriptors;
    private boolean closed;

    private LibusbDevice(DeviceHandle handle, String place, Consumer<LibusbDevice> whenClosed) {
        this.handle = handle;
        this.place = place;
        this.whenClosed = whenClosed;
        this.descriptors = UsbDescriptors.parse(
                StandardRequests.deviceDescriptor(this::controlIn),
                StandardRequests.configurationDescriptor(this::controlIn));
    }

    /** Takes the open handle over; it is closed with the device, or here if the device does not tell its descriptors. */
    static LibusbDevice take(DeviceHandle handle, String place, Consumer<LibusbDevice> whenClosed) {
        try {
            LibUsb.setAutoDetachKernelDriver(
                    handle, true); // where that is not supported there is no such driver either
            return new LibusbDevice(handle, place, whenClosed);
        } catch (RuntimeException e) {
            LibUsb.close(handle);
            throw e;
        }
    }

    @Override
    public UsbDescriptors descriptors() {
        return descriptors;
    }

    @Override
    public void claim(int interfaceNumber) {
        requireOpen();
        int result = LibUsb.claimInterface(handle, interfaceNumber);
        if (result != LibUsb.SUCCESS) {
            throw LibusbErrors.opening(result, "interface %d of %s".formatted(interfaceNumber, place));
        }
        claimed.push(interfaceNumber);
    }

    @Override
    public byte[] controlIn(UsbSetup setup, Duration timeout) {
        var buffer = ByteBuffer.allocateDirect(setup.length());
        return bytes(buffer, control(setup, buffer, timeout));
    }

    @Override
    public void controlOut(UsbSetup setup, byte[] data, Duration timeout) {
        var buffer = ByteBuffer.allocateDirect(data.length).put(data);
        try {
            requireWhole(control(setup, buffer, timeout), data.length);
        } finally {
            wipe(buffer);
        }
    }

    private int control(UsbSetup setup, ByteBuffer buffer, Duration timeout) {
        requireOpen();
        int result = LibUsb.controlTransfer(
                handle,
                (byte) setup.requestType(),
                (byte) setup.request(),
                (short) setup.value(),
                (short) setup.index(),
                buffer,
                milliseconds(timeout));
        if (result < 0) {
            throw LibusbErrors.transferring(result, place);
        }
        return result;
    }

    @Override
    public void bulkOut(int endpoint, byte[] data, Duration timeout) {
        requireOpen();
        var buffer = ByteBuffer.allocateDirect(data.length).put(data);
        var done = IntBuffer.allocate(1);
        try {
            int result = LibUsb.bulkTransfer(handle, (byte) endpoint, buffer, done, milliseconds(timeout));
            requireDone(result, endpoint);
            requireWhole(done.get(0), data.length);
        } finally {
            wipe(buffer);
        }
    }

    @Override
    public byte[] bulkIn(int endpoint, int capacity, Duration timeout) {
        requireOpen();
        var buffer = ByteBuffer.allocateDirect(capacity);
        var done = IntBuffer.allocate(1);
        int result = LibUsb.bulkTransfer(handle, (byte) endpoint, buffer, done, milliseconds(timeout));
        requireDone(result, endpoint);
        return bytes(buffer, done.get(0));
    }

    @Override
    public byte[] interruptIn(int endpoint, int capacity, Duration timeout) {
        requireOpen();
        var buffer = ByteBuffer.allocateDirect(capacity);
        var done = IntBuffer.allocate(1);
        int result = LibUsb.interruptTransfer(handle, (byte) endpoint, buffer, done, milliseconds(timeout));
        if (result != LibUsb.ERROR_TIMEOUT) {
            requireDone(result, endpoint);
        }
        return bytes(buffer, done.get(0));
    }

    /** A halted endpoint is made ready again, or every later transfer would be refused for the sake of this one. */
    private void requireDone(int result, int endpoint) {
        if (result == LibUsb.ERROR_PIPE) {
            LibUsb.clearHalt(handle, (byte) endpoint);
        }
        if (result != LibUsb.SUCCESS) {
            throw LibusbErrors.transferring(result, place);
        }
    }

    private void requireWhole(int sent, int length) {
        if (sent != length) {
            throw new DeviceException.Malformed("%s took %d of %d bytes".formatted(place, sent, length));
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new DeviceException.LinkLost(place + " has been closed");
        }
    }

    /** Libusb would wait for ever if told 0. */
    private static long milliseconds(Duration timeout) {
        return Math.max(1, timeout.toMillis());
    }

    private static byte[] bytes(ByteBuffer buffer, int length) {
        var bytes = new byte[length];
        buffer.get(0, bytes);
        return bytes;
    }

    private static void wipe(ByteBuffer buffer) {
        buffer.clear().put(new byte[buffer.capacity()]);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            while (!claimed.isEmpty()) {
                LibUsb.releaseInterface(handle, claimed.pop());
            }
            LibUsb.close(handle);
            whenClosed.accept(this);
        }
    }
}
