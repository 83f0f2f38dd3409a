package fobsmith.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * A copy of the registry as it stood at one moment, taken while others work. Everything secret in it is as sealed as in the
 * registry itself, under the registry key of that moment.
 */
public final class Backup {
    private final Database database;
    private final AuditTrail audit;

    Backup(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Writes the copy, of mode 0600; it bears its name complete and on the disk, or not at all. Never over another file. */
    public void write(Actor actor, Path target) {
        if (Files.exists(target)) {
            throw new RegistryException.Exists(target + " already exists");
        }
        var growing = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(growing);
            PrivateFile.create(growing, new byte[0]);
            try {
                database.change(tx -> audit.append(tx, actor, AuditAction.BACK_UP, "registry", Map.of()));
                database.copyInto(growing);
                force(growing);
                Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(growing);
            }
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot write backup %s: %s".formatted(target, e.getMessage()), e);
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
