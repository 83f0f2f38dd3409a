package fobsmith.devices.links;

import fobsmith.firmware.usb.UsbFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What umockdev's preload library shows the native code of this JVM in place of /sys and of the USB part of /dev; a new
 * folder with each run. The library is loaded from the start but does nothing before the folder is named to it, so nothing
 * that an earlier run has left can disturb.
 */
final class Testbed {
    /** Bytes of sun_path, with the zero at its end, less the longest name of a socket below the folder. */
    private static final int LONGEST_ROOT = 107 - "/ioctl//dev/bus/usb/001/002".length();

    private static final int HIGHEST_NUMBER = 127;

    private static class Holder {
        private static final Testbed ONLY = start();
    }

    private final Path root;
    private int lastNumber = 1;
    private int lastEvent;

    private Testbed(Path root) {
        this.root = root;
    }

    /** The only one of this JVM, for there is one libusb in it. */
    static Testbed get() {
        return Holder.ONLY;
    }

    private static Testbed start() {
        try {
            var root = Files.createTempDirectory("umockdev").toRealPath();
            if (root.toString().length() > LONGEST_ROOT) {
                throw new IllegalStateException("unix sockets cannot have names as long as those below " + root);
            }
            Files.createDirectories(root.resolve("sys/class"));
            Files.createDirectories(root.resolve("sys/bus/usb/devices"));
            // Without it the library ends the JVM at the first ioctl on any other node, such as a terminal's.
            new IoctlSocket(root.resolve("ioctl/_default"), () -> (connection, _) -> connection.passThrough());
            NativeCalls.setEnvironment("UMOCKDEV_DIR", root.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return new Testbed(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try {
            MockedNode.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those who are not its owner may enter the folder. */
    void letOthersIn() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** Plugs a device in; libusb hears of it where it has been started. */
    synchronized MockedPlug plug(UsbFunction function) {
        lastNumber = lastNumber < HIGHEST_NUMBER ? lastNumber + 1 : 2;
        return new MockedPlug(this, new MockedNode(root, lastNumber), function);
    }

    /** Tells all that watch. */
    synchronized void tell(String action, MockedNode node) {
        var properties = new ArrayList<>(List.of("ACTION=" + action));
        properties.addAll(node.event());
        properties.add("SEQNUM=" + ++lastEvent);
        var datagram = UdevEvent.datagram(properties);
        try (Stream<Path> sockets = Files.list(root)) {
            sockets.filter(file -> file.getFileName().toString().startsWith("event"))
                    .forEach(socket -> NativeCalls.sendDatagram(socket, datagram));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
