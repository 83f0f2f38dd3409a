package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A device as Linux shows it below /sys and /dev, in a testbed of umockdev: on bus 1, at the port of its number, with that
 * number as its address.
 */
final class MockedNode {
    private static final String HUB = "/devices/pci0000:00/0000:00:14.0/usb1";

    private final Path root;
    private final int number;

    MockedNode(Path root, int number) {
        this.root = root;
        this.number = number;
    }

    /** What libusb calls it, with its bus: 1-4. */
    String name() {
        return "1-" + number;
    }

    int number() {
        return number;
    }

    Path node() {
        return root.resolve("dev/bus/usb/001/%03d".formatted(number));
    }

    Path ioctlSocket() {
        return root.resolve("ioctl/dev/bus/usb/001/%03d".formatted(number));
    }

    private Path directory() {
        return root.resolve("sys" + HUB + "/" + name());
    }

    private Path link() {
        return root.resolve("sys/bus/usb/devices/" + name());
    }

    /** What udev tells of it, beside ACTION and SEQNUM. */
    List<String> event() {
        return List.of(
                "DEVPATH=" + HUB + "/" + name(),
                "SUBSYSTEM=usb",
                "DEVTYPE=usb_device",
                "DEVNAME=/dev/bus/usb/001/%03d".formatted(number),
                "BUSNUM=001",
                "DEVNUM=%03d".formatted(number),
                "MAJOR=189",
                "MINOR=%d".formatted(number - 1));
    }

    void create(UsbFunction device) {
        try {
            Files.createDirectories(directory());
            Files.createDirectories(link().getParent());
            Files.createDirectories(node().getParent());
            var descriptors = descriptors(device);
            Files.write(node(), descriptors);
            Files.write(directory().resolve("descriptors"), descriptors);
            for (var attribute : attributes(device).entrySet()) {
                Files.writeString(directory().resolve(attribute.getKey()), attribute.getValue() + "\n");
            }
            Files.createSymbolicLink(directory().resolve("subsystem"), Path.of("../../../../../bus/usb"));
            Files.createSymbolicLink(link(), Path.of("../../.." + HUB + "/" + name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] descriptors(UsbFunction device) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(device.deviceDescriptor());
        both.writeBytes(device.configurationDescriptor());
        return both.toByteArray();
    }

    private Map<String, String> attributes(UsbFunction device) {
        var descriptor = ByteBuffer.wrap(device.deviceDescriptor()).order(ByteOrder.LITTLE_ENDIAN);
        return Map.of(
                "busnum",
                "1",
                "devnum",
                String.valueOf(number),
                "speed",
                "12",
                "bConfigurationValue",
                "1",
                "bNumConfigurations",
                "1",
                "idVendor",
                "%04x".formatted(descriptor.getShort(8)),
                "idProduct",
                "%04x".formatted(descriptor.getShort(10)),
                "uevent",
                uevent());
    }

    private String uevent() {
        return """
                DEVTYPE=usb_device
                DEVNAME=bus/usb/001/%1$03d
                SUBSYSTEM=usb
                BUSNUM=001
                DEVNUM=%1$03d
                MAJOR=189
                MINOR=%2$d""".formatted(number, number - 1);
    }

    void remove() {
        try {
            Files.deleteIfExists(link());
            Files.deleteIfExists(node());
            delete(directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
