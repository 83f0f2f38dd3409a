package fobsmith.devices.usb;

import static java.util.stream.Collectors.joining;

import fobsmith.devices.DeviceException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;

/**
 * The USB of this machine, through usb4java and the libusb inside it. Which devices there are it learns from udev.
 *
 * <p>Threads: the bus may be used by several; each open device by one at a time. A transfer blocks in native code, so it
 * belongs on a platform thread. Closing the bus closes the devices that are still open; it must not happen while one of
 * them is in a transfer.
 *
 * <p>The native library: usb4java 1.3.0 unpacks it at first use into a new folder of a random name under {@code
 * java.io.tmpdir} and deletes both at exit. Folder and file get what permissions the umask leaves, and nothing that was
 * there before is ever loaded; so the library is private to its user as long as the umask (022 or stricter) keeps others
 * from writing.
 */
public final class LibusbBus implements UsbBus {
    private static final int LONGEST_PORT_PATH = 7;

    private final Context context;
    private final List<LibusbDevice> open = new ArrayList<>();
    private boolean closed;

    private LibusbBus(Context context) {
        this.context = context;
    }

    /**
     * Starts libusb; the caller closes the bus.
     *
     * @throws DeviceException.Unavailable where usb4java's native library does not run on this machine
     */
    public static LibusbBus open() {
        var context = new Context();
        try {
            int result = LibUsb.init(context);
            if (result != LibUsb.SUCCESS) {
                throw new DeviceException.Unavailable(
                        "libusb does not start (%s)".formatted(LibUsb.errorName(result)), "see that /dev is mounted");
            }
            // It calls harmless news of udev errors, on our standard error.
            LibUsb.setOption(context, LibUsb.OPTION_LOG_LEVEL, LibUsb.LOG_LEVEL_NONE);
            return new LibusbBus(context);
        } catch (LinkageError e) {
            // The loader's failures arrive as ExceptionInInitializerError, later ones as NoClassDefFoundError.
            throw new DeviceException.Unavailable(
                    "usb4java has no native library that runs on this machine (%s, %s)"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "use Linux with glibc on x86-64 or aarch64, and a folder for temporary files that is not noexec",
                    e);
        }
    }

    @Override
    public synchronized List<UsbPort> ports() {
        var list = list();
        try {
            var ports = new ArrayList<UsbPort>();
            list.forEach(device -> ports.add(port(device)));
            return List.copyOf(ports);
        } finally {
            LibUsb.freeDeviceList(list, true);
        }
    }

    synchronized UsbDevice open(LibusbPort port) {
        var list = list();
        try {
            // The open device keeps a reference of its own, so the list can go.
            var handle = handle(list, port);
            var device = LibusbDevice.take(handle, port.place(), this::forget);
            open.add(device);
            return device;
        } finally {
            LibUsb.freeDeviceList(list, true);
        }
    }

    private static DeviceHandle handle(DeviceList list, LibusbPort port) {
        for (var device : list) {
            if (LibUsb.getBusNumber(device) == port.busNumber() && LibUsb.getDeviceAddress(device) == port.address()) {
                var handle = new DeviceHandle();
                int result = LibUsb.open(device, handle);
                if (result != LibUsb.SUCCESS) {
                    throw LibusbErrors.opening(result, port.place());
                }
                return handle;
            }
        }
        throw new DeviceException.LinkLost(port.place() + " is gone");
    }

    private synchronized void forget(LibusbDevice device) {
        open.remove(device);
    }

    private DeviceList list() {
        if (closed) {
            throw new DeviceException.LinkLost("the usb bus has been closed");
        }
        var list = new DeviceList();
        int count = LibUsb.getDeviceList(context, list);
        if (count < 0) {
            throw new DeviceException.Unavailable(
                    "libusb cannot list the usb devices (%s)".formatted(LibUsb.errorName(count)),
                    "see that /sys and /dev are mounted");
        }
        return list;
    }

    private LibusbPort port(Device device) {
        var descriptor = new DeviceDescriptor();
        LibUsb.getDeviceDescriptor(device, descriptor); // libusb has it from the start; this cannot fail
        int bus = LibUsb.getBusNumber(device);
        return new LibusbPort(
                this,
                "usb " + bus + portPath(device),
                bus,
                LibUsb.getDeviceAddress(device),
                descriptor.idVendor() & 0xffff,
                descriptor.idProduct() & 0xffff);
    }

    /** The ports from the root hub to the device as Linux writes them: {@code -1.4}; empty for the root hub itself. */
    private static String portPath(Device device) {
        var path = ByteBuffer.allocateDirect(LONGEST_PORT_PATH);
        int length = LibUsb.getPortNumbers(device, path);
        return IntStream.range(0, length)
                .mapToObj(at -> String.valueOf(path.get(at) & 0xff))
                .collect(joining(".", length > 0 ? "-" : "", ""));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            List.copyOf(open).forEach(LibusbDevice::close);
            closed = true;
            LibUsb.exit(context);
        }
    }
}
