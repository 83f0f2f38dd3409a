package fobsmith.registry;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The file of a registry: made, migrated, opened. */
final class RegistryFile {
    private final Path file;
    private final InstantSource clock;
    private final SecureRandom randomness;

    RegistryFile(Path file, InstantSource clock, SecureRandom randomness) {
        this.file = file;
        this.clock = clock;
        this.randomness = randomness;
    }

    Registry create(RegistryKey key, RegistryKey.Cost cost, String accountId) {
        createEmpty();
        try (var _ = Lease.exclusive(file)) {
            new Schema(file).migrate();
            fill(key, cost, accountId);
        } catch (RuntimeException e) {
            deleteHalfMade();
            throw e;
        }
        return open(key);
    }

    private void deleteHalfMade() {
        for (var suffix : List.of("", "-wal", "-shm", ".lease")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                throw new RegistryException.Unavailable("cannot remove %s: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    private void createEmpty() {
        try {
            PrivateFile.create(file, new byte[0]);
        } catch (FileAlreadyExistsException e) {
            throw new RegistryException.Exists(file);
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot create %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void fill(RegistryKey key, RegistryKey.Cost cost, String accountId) {
        var bytes = new byte[AesGcm.KEY_BYTES];
        randomness.nextBytes(bytes);
        try (var database = new Database(file, clock);
                var vault = new Vault(1, bytes, randomness)) {
            database.fill(tx -> {
                tx.update(
                        "INSERT INTO registry (id, account_id, created_at, last_time, clock_epoch) VALUES (1, ?, ?, ?, 0)",
                        accountId,
                        tx.now(),
                        tx.now());
                WrappedKey.wrap(1, bytes, key, cost, randomness).insert(tx);
                AuditTrail.create(tx, vault, randomness);
            });
        }
    }

    Registry open(RegistryKey key) {
        if (!Files.isRegularFile(file)) {
            throw new RegistryException.NotFound("there is no registry %s".formatted(file));
        }
        migrateIfOutdated();
        var lease = Lease.share(file, randomness);
        try {
            return open(key, lease);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private Registry open(RegistryKey key, Lease lease) {
        var database = new Database(file, clock);
        try {
            var wrapped = database.read(
                    query -> query.get("SELECT * FROM data_key ORDER BY version DESC LIMIT 1", WrappedKey::of));
            var vault = new Vault(wrapped.version(), wrapped.unwrap(key, file), randomness);
            return new Registry(lease, database, vault, clock, randomness);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void migrateIfOutdated() {
        var schema = new Schema(file);
        if (schema.isOutdated()) {
            try (var _ = Lease.exclusive(file)) {
                schema.migrate();
            }
        }
    }
}
