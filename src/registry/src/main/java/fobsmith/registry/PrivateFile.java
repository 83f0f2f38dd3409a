package fobsmith.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that only their owner may read: mode 0600 from the moment they exist. */
public final class PrivateFile {
    static final FileAttribute<Set<PosixFilePermission>> MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /** Creates the file with this content, on the disk when this returns; fails if it exists. */
    public static void create(Path file, byte[] content) throws IOException {
        try (var channel =
                FileChannel.open(file, options(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), MODE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Whether group or others may read or write it. */
    public static boolean isOpenToOthers(Path file) throws IOException {
        var open = EnumSet.complementOf(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        return Files.getPosixFilePermissions(file).stream().anyMatch(open::contains);
    }

    static Set<OpenOption> options(OpenOption... options) {
        return Set.of(options);
    }
}
