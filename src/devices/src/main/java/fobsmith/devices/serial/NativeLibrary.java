package fobsmith.devices.serial;

import fobsmith.devices.DeviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * jSerialComm's native library in a folder of our own. Left alone, jSerialComm 2.11.4 unpacks it where anybody may write, at
 * a place that everybody can foresee, and loads what it finds there. So it is unpacked here, before jSerialComm's first use,
 * into a new folder that only this user may enter, and deleted at exit.
 */
final class NativeLibrary {
    private static final String PLACE = "jSerialComm.library.path";
    private static final String FILE = "libjSerialComm.so";

    private NativeLibrary() {}

    /**
     * Does it once, unless whoever started the program has named a place.
     *
     * @throws DeviceException.Unavailable where there is no library for this machine, or no place for it
     */
    static synchronized void prepare() {
        if (System.getProperty(PLACE, "").isEmpty()) {
            System.setProperty(PLACE, unpacked().toString());
        }
    }

    private static Path unpacked() {
        var resource = "/Linux/%s/%s".formatted(architecture(), FILE);
        try (var library = NativeLibrary.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw unsupported();
            }
            var folder = Files.createTempDirectory("fobsmith-serial");
            folder.toFile().deleteOnExit();
            var file = folder.resolve(FILE);
            file.toFile().deleteOnExit();
            Files.copy(library, file);
            return folder;
        } catch (IOException e) {
            throw new DeviceException.Unavailable(
                    "jSerialComm's native library cannot be unpacked below %s"
                            .formatted(System.getProperty("java.io.tmpdir")),
                    "see that there is room, and that this user may write there",
                    e);
        }
    }

    /** As jSerialComm calls it. */
    private static String architecture() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw unsupported();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "armv8_64";
            default -> throw unsupported();
        };
    }

    private static DeviceException unsupported() {
        return new DeviceException.Unavailable(
                "jSerialComm is not used on this machine (%s, %s)"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                "use Linux on x86-64 or aarch64");
    }
}
