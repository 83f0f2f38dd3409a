package fobsmith.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a registry while its schema changes. Every user locks one byte, at a place of its own, of the file beside the
 * registry; a migration locks all of them. The kernel drops the locks of a process that dies. One per process and registry:
 * closing one drops the others that this process holds on the same file.
 */
final class Lease implements AutoCloseable {
    private static final long PLACES = 1L << 40;

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private Lease(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Shares the registry with other users; fails while a migration runs. */
    static Lease share(Path registry, RandomGenerator randomness) {
        return take(registry, randomness.nextLong(PLACES), 1, new RegistryException.Migrating(registry));
    }

    /** Has the registry alone, for a migration; fails while anybody uses it. */
    static Lease exclusive(Path registry) {
        return take(registry, 0, PLACES, new RegistryException.InUse(registry));
    }

    /** Has the registry's name alone, to make what bears it; fails while anybody else does. */
    static Lease toMake(Path registry) {
        return take(registry, 0, PLACES, new RegistryException.Exists(registry + " is being made by another process"));
    }

    private static Lease take(Path registry, long from, long size, RegistryException otherwise) {
        var file = registry.resolveSibling(registry.getFileName() + ".lease");
        try {
            var channel = FileChannel.open(
                    file, PrivateFile.options(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFile.MODE);
            var lease = new Lease(channel, tryLock(channel, from, size));
            if (lease.lock == null) {
                lease.close();
                throw otherwise;
            }
            return lease;
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot open %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, long from, long size) throws IOException {
        try {
            return channel.tryLock(from, size, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot release the lease: " + e.getMessage(), e);
        }
    }
}
