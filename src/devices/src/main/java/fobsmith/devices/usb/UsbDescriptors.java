package fobsmith.devices.usb;

import fobsmith.devices.DeviceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Device and configuration descriptor of a USB device: USB 2.0 section 9.6.
 *
 * @param vendor idVendor
 * @param product idProduct
 * @param release bcdDevice
 */
public record UsbDescriptors(int vendor, int product, int release, List<UsbInterface> interfaces) {
    private static final int INTERFACE = 4;
    private static final int ENDPOINT = 5;

    public UsbDescriptors {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * Reads both descriptors as they come from the device.
     *
     * @throws DeviceException.Malformed where a length leads nowhere
     */
    public static UsbDescriptors parse(byte[] device, byte[] configuration) {
        if (device.length < 18) {
            throw new DeviceException.Malformed("a device descriptor of %d bytes is cut off".formatted(device.length));
        }
        return new UsbDescriptors(
                littleEndian(device, 8), littleEndian(device, 10), littleEndian(device, 12), interfaces(configuration));
    }

    private static List<UsbInterface> interfaces(byte[] bytes) {
        var found = new ArrayList<UsbInterface>();
        for (int at = 0; at < bytes.length; at += bytes[at] & 0xff) {
            var descriptor = descriptor(bytes, at);
            switch (descriptor[1]) {
                case INTERFACE -> found.add(UsbInterface.of(descriptor));
                case ENDPOINT -> {
                    if (!found.isEmpty()) {
                        found.add(found.removeLast().withEndpoint(descriptor));
                    }
                }
                default -> {
                    if (!found.isEmpty()) {
                        found.add(found.removeLast().withFunctional(descriptor));
                    }
                }
            }
        }
        return found;
    }

    private static byte[] descriptor(byte[] bytes, int at) {
        int length = bytes[at] & 0xff;
        if (length < 2 || at + length > bytes.length) {
            throw new DeviceException.Malformed(
                    "the descriptor at byte %d of a configuration is cut off".formatted(at));
        }
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }
}
