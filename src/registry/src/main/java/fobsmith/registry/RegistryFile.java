package fobsmith.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /**
     * Makes the registry under another name and furnishes it there; it appears under its own name complete, or not at all.
     * What a killed attempt left behind is swept away by the next.
     */
    Registry create(RegistryKey key, RegistryKey.Cost cost, String accountId, Consumer<Registry> furnish) {
        return create(key, making -> {
            making.make(key, cost, (tx, _) -> Users.insertRoot(tx, accountId), accountId, AuditTrail.REGISTRY);
            try (var registry = making.open(key)) {
                furnish.accept(registry);
            }
        });
    }

    /** The same of a write-only station, which has no people, and no account until it joins a registry. */
    Registry createStation(RegistryKey key, RegistryKey.Cost cost) {
        return create(
                key,
                making -> making.make(
                        key, cost, (tx, vault) -> OwnStation.create(tx, vault, randomness), "", AuditTrail.STATION));
    }

    @FunctionalInterface
    private interface Maker {
        void make(RegistryFile making) throws IOException;
    }

    private Registry create(RegistryKey key, Maker maker) {
        requireFree();
        try (var _ = Lease.toMake(file)) {
            requireFree();
            var making = new RegistryFile(file.resolveSibling(file.getFileName() + ".making"), clock, randomness);
            making.remove();
            try {
                maker.make(making);
                Files.move(making.file, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                making.remove();
            }
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot create %s: %s".formatted(file, e.getMessage()), e);
        }
        return open(key);
    }

    long restore(Path backup, RegistryKey key, Function<Registry, Actor> operator) {
        requireFree();
        if (!Files.isRegularFile(backup)) {
            throw new RegistryException.NotFound("there is no backup %s".formatted(backup));
        }
        new Schema(backup).requireRegistry();
        try (var _ = Lease.toMake(file)) {
            requireFree();
            var making = new RegistryFile(file.resolveSibling(file.getFileName() + ".making"), clock, randomness);
            making.remove();
            try {
                long devices = making.fillFrom(backup, key, operator);
                Files.move(making.file, file, StandardCopyOption.ATOMIC_MOVE);
                return devices;
            } finally {
                making.remove();
            }
        } catch (IOException e) {
            throw new RegistryException.Unavailable("cannot restore %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private long fillFrom(Path backup, RegistryKey key, Function<Registry, Actor> operator) throws IOException {
        PrivateFile.create(file, new byte[0]);
        try (var out = Files.newOutputStream(file)) {
            Files.copy(backup, out);
        }
        try (var registry = open(key)) {
            return registry.afterRestore(operator.apply(registry));
        }
    }

    private void requireFree() {
        if (Files.exists(file)) {
            throw new RegistryException.Exists(file + " already exists");
        }
    }

    private void make(
            RegistryKey key,
            RegistryKey.Cost cost,
            BiConsumer<Transaction, Vault> first,
            String accountId,
            String writer)
            throws IOException {
        PrivateFile.create(file, new byte[0]);
        new Schema(file).migrate();
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
                AuditTrail.create(tx, writer, vault, randomness);
                first.accept(tx, vault);
            });
        }
    }

    private void remove() throws IOException {
        for (var suffix : List.of("", "-wal", "-shm", ".lease")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    Registry open(RegistryKey key) {
        if (!Files.isRegularFile(file)) {
            throw new RegistryException.NotFound("there is no registry %s".formatted(file));
        }
        new Schema(file).requireRegistry();
        var lease = shareCurrent();
        try {
            return open(key, lease);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /** The version is looked at under the lease, so that nobody migrates between the look and the use. */
    private Lease shareCurrent() {
        var lease = Lease.share(file, randomness);
        try {
            if (!new Schema(file).isOutdated()) {
                return lease;
            }
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
        lease.close();
        migrate();
        return shareCurrent();
    }

    private void migrate() {
        try (var _ = Lease.exclusive(file)) {
            var schema = new Schema(file);
            if (schema.isOutdated()) {
                schema.migrate();
            }
        }
    }

    /** All data keys: the older ones of a rotation that is under way are needed too. */
    private Vault vault(Database database, RegistryKey key) {
        var keys = new TreeMap<Integer, byte[]>();
        database.read(WrappedKey::all)
                .forEach(wrapped -> keys.put(wrapped.version(), wrapped.unwrap(key, file, randomness)));
        return new Vault(
                new DataKeys(
                        keys, keys.lastKey(), randomness, version -> database.readApart(query -> link(query, version))),
                randomness);
    }

    private static Optional<byte[]> link(Query query, int version) {
        return query.find(
                "SELECT link FROM data_key WHERE version = ? AND link IS NOT NULL", row -> row.bytes("link"), version);
    }

    private Registry open(RegistryKey key, Lease lease) {
        var database = new Database(file, clock);
        try {
            return new Registry(file, lease, database, vault(database, key), clock, randomness);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
