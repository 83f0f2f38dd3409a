package fobsmith.cli;

import fobsmith.registry.PrivateFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of mode 0600 that a command makes, never over another. */
public final class NewFile {
    private NewFile() {}

    /** Before the work is done whose outcome goes into it. */
    public static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new CliException(file + " already exists", "name a file that does not");
        }
    }

    public static void write(Path file, byte[] content) {
        requireFree(file);
        try {
            PrivateFile.create(file, content);
        } catch (IOException e) {
            remove(file, e);
            throw new CliException(
                    "cannot write %s: %s".formatted(file, e.getMessage()),
                    "name a folder you may write to, and try again");
        }
    }

    /** What is there may be cut short. */
    private static void remove(Path file, IOException failure) {
        try {
            if (!(failure instanceof FileAlreadyExistsException)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
