package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.time.Duration;
import java.util.Arrays;

/** What every host asks of every device: USB 2.0 section 9.4. */
final class StandardRequests {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int DEVICE = 1;
    private static final int CONFIGURATION = 2;

    /** A device's control pipe, towards the host. */
    @FunctionalInterface
    interface ControlIn {
        byte[] transfer(UsbSetup setup, Duration timeout);
    }

    /** A device's control pipe, towards the device. */
    @FunctionalInterface
    interface ControlOut {
        void transfer(UsbSetup setup, byte[] data, Duration timeout);
    }

    private StandardRequests() {}

    static byte[] deviceDescriptor(ControlIn pipe) {
        return descriptor(pipe, DEVICE, 18);
    }

    /** The first configuration with all that follows it; its header says how much that is. */
    static byte[] configurationDescriptor(ControlIn pipe) {
        var header = descriptor(pipe, CONFIGURATION, 9);
        return descriptor(pipe, CONFIGURATION, Math.max(9, UsbDescriptors.littleEndian(header, 2)));
    }

    /** Makes the device work in the configuration that was read. */
    static void setConfiguration(ControlOut pipe, byte[] configurationDescriptor) {
        int number = configurationDescriptor[5] & 0xff;
        try {
            pipe.transfer(new UsbSetup(0x00, 9, number, 0, 0), new byte[0], TIMEOUT);
        } catch (UsbStall e) {
            throw new DeviceException.Malformed("the device refuses its own configuration %d".formatted(number));
        }
    }

    /** Ends the halt that a stall has left on an endpoint. */
    static void clearHalt(ControlOut pipe, int endpoint) {
        pipe.transfer(new UsbSetup(0x02, 1, 0, endpoint, 0), new byte[0], TIMEOUT);
    }

    private static byte[] descriptor(ControlIn pipe, int type, int length) {
        try {
            var bytes = pipe.transfer(new UsbSetup(0x80, 6, type << 8, 0, length), TIMEOUT);
            if (bytes.length < length) {
                throw new DeviceException.Malformed(
                        "a descriptor of type %d has %d of %d bytes".formatted(type, bytes.length, length));
            }
            return Arrays.copyOf(bytes, length);
        } catch (UsbStall e) {
            throw new DeviceException.Malformed("the device refuses to tell its descriptor of type %d".formatted(type));
        }
    }
}
