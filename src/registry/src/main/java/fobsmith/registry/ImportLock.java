package fobsmith.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One import at a time in a registry: a lock on a file beside it. The kernel drops the lock of a process that dies, so
 * whoever has it knows that every import left in the registry was broken off.
 */
final class ImportLock implements AutoCloseable {
    private final FileChannel channel;

    private ImportLock(FileChannel channel) {
        this.channel = channel;
    }

    static ImportLock take(Path registry) {
        var file = registry.resolveSibling(registry.getFileName() + ".import");
        try {
            var channel = FileChannel.open(
                    file, PrivateFile.options(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFile.MODE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new RegistryException.Unavailable(
                        "another import into %s has not ended".formatted(registry), null);
            }
            return new ImportLock(channel);
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot open %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot release the import lock: " + e.getMessage(), e);
        }
    }
}
