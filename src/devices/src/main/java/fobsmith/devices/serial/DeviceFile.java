package fobsmith.devices.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The file by which the system names a serial port. */
final class DeviceFile {
    private DeviceFile() {}

    /** Its inode: the kernel makes the file anew each time a device is plugged in. Empty where there is no file now. */
    static String occupant(Path path) {
        try {
            return String.valueOf(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException _) {
            return "";
        }
    }
}
