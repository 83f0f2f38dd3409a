package fobsmith.registry;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** The data key as it stands in the registry: encrypted under the registry key. */
final class WrappedKey {
    private static final int SALT_BYTES = 16;

    private final int version;
    private final String provider;
    private final RegistryKey.Cost cost;
    private final byte[] salt;
    private final byte[] wrapped;

    private WrappedKey(int version, String provider, RegistryKey.Cost cost, byte[] salt, byte[] wrapped) {
        this.version = version;
        this.provider = provider;
        this.cost = cost;
        this.salt = salt;
        this.wrapped = wrapped;
    }

    static WrappedKey of(Row row) {
        return new WrappedKey(
                (int) row.number("version"),
                row.text("provider"),
                new RegistryKey.Cost((int) row.number("memory_kib"), (int) row.number("iterations"), (int)
                        row.number("parallelism")),
                row.bytes("salt"),
                row.bytes("wrapped"));
    }

    /** The data key stays the caller's. */
    static WrappedKey wrap(
            int version, byte[] dataKey, RegistryKey key, RegistryKey.Cost cost, SecureRandom randomness) {
        var salt = new byte[SALT_BYTES];
        randomness.nextBytes(salt);
        var wrapped =
                with(key, cost, salt, randomness, cipher -> cipher.seal(dataKey, context(version, key.provider())));
        return new WrappedKey(version, key.provider(), cost, salt, wrapped);
    }

    private static byte[] with(RegistryKey key, RegistryKey.Cost cost, byte[] salt, SecureRandom randomness, Use work) {
        return switch (key) {
            case RegistryKey.InMemory known -> {
                var wrappingKey = known.derive(cost, salt);
                try {
                    yield work.on(new AesGcm(wrappingKey, randomness));
                } finally {
                    Arrays.fill(wrappingKey, (byte) 0);
                }
            }
            case Pkcs11Key held -> work.on(held.cipher(randomness));
        };
    }

    @FunctionalInterface
    private interface Use {
        byte[] on(AesGcm cipher);
    }

    /** The data key, which the caller wipes. */
    byte[] unwrap(RegistryKey key, Path file, SecureRandom randomness) {
        if (!provider.equals(key.provider())) {
            throw new RegistryException.WrongKey(
                    "registry %s is opened by a %s, not by a %s".formatted(file, provider, key.provider()), remedy());
        }
        try {
            return open(key, randomness);
        } catch (RegistryException.SealBroken e) {
            throw new RegistryException.WrongKey(
                    "this %s does not open registry %s".formatted(provider, file),
                    "give the %s the registry was made with, or last rotated to".formatted(provider));
        }
    }

    boolean isOpenedBy(RegistryKey key, SecureRandom randomness) {
        if (!provider.equals(key.provider())) {
            return false;
        }
        try {
            Arrays.fill(open(key, randomness), (byte) 0);
            return true;
        } catch (RegistryException.SealBroken _) {
            return false;
        }
    }

    private byte[] open(RegistryKey key, SecureRandom randomness) {
        return with(key, cost, salt, randomness, cipher -> cipher.open(wrapped, context(version, provider)));
    }

    private String remedy() {
        return switch (provider) {
            case "passphrase" -> "give its passphrase at the prompt or with --passphrase-file";
            case "key file" -> "name its key file with --key-file";
            default -> "name the token with --pkcs11-library and --pkcs11-slot";
        };
    }

    int version() {
        return version;
    }

    byte[] wrapped() {
        return wrapped;
    }

    /** Oldest first. */
    static List<WrappedKey> all(Query query) {
        return query.list("SELECT * FROM data_key ORDER BY version", WrappedKey::of);
    }

    /** In the place of what wrapped the key before. */
    void update(Transaction tx) {
        tx.eraseWhatIsDeleted();
        tx.update(
                "UPDATE data_key SET provider = ?, salt = ?, memory_kib = ?, iterations = ?, parallelism = ?, wrapped = ?"
                        + " WHERE version = ?",
                provider,
                salt,
                cost.memoryKib(),
                cost.iterations(),
                cost.parallelism(),
                wrapped,
                version);
    }

    void insert(Transaction tx) {
        tx.update(
                "INSERT INTO data_key"
                        + " (version, provider, salt, memory_kib, iterations, parallelism, wrapped, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                version,
                provider,
                salt,
                cost.memoryKib(),
                cost.iterations(),
                cost.parallelism(),
                wrapped,
                tx.now());
    }

    private static Canonical context(int version, String provider) {
        return new Canonical().with("data key").with(version).with(provider);
    }
}
