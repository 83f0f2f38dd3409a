package fobsmith.registry;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts new keys in the place of old ones while everybody else works on. A rotation of the data key may be interrupted after
 * any step and taken up by any process that holds the registry key. Thread-safe.
 */
public final class KeyRotation {
    /** So many rows at a time: others wait no longer than these take. */
    private static final int BATCH = 200;

    /** The longest session that GetSessionToken grants (36 hours): its token is sealed under the data key of its time. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(36);

    private final Path file;
    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final SecureRandom randomness;

    KeyRotation(Path file, Database database, AuditTrail audit, Vault vault, SecureRandom randomness) {
        this.file = file;
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.randomness = randomness;
    }

    /** The keys as they stand. */
    public KeyState state() {
        return database.read(query -> new KeyState(
                query.get("SELECT provider FROM data_key ORDER BY version DESC LIMIT 1", row -> row.text("provider")),
                query.list(
                        "SELECT version, created_at FROM data_key ORDER BY version",
                        row -> new KeyState.DataKey((int) row.number("version"), row.instant("created_at"))),
                SealedTable.ALL.stream()
                        .flatMap(table -> table.uses(query).stream())
                        .toList()));
    }

    /**
     * From now on the next key opens the registry, and the present one no more.
     *
     * @throws RegistryException.WrongKey if the present key is not the one, or the next is the same as the present
     */
    public void rewrap(Actor actor, RegistryKey present, RegistryKey next, RegistryKey.Cost cost) {
        var old = wrappedKeys();
        var fresh = old.stream().map(key -> rewrapped(key, present, next, cost)).toList();
        requireShutOut(fresh.getLast(), present, next);
        database.change(tx -> {
            requireUnchanged(tx, old);
            fresh.forEach(key -> key.update(tx));
            audit.append(
                    tx,
                    actor,
                    AuditAction.ROTATE_REGISTRY_KEY,
                    "registry key",
                    Map.of("before", present.provider(), "after", next.provider()));
        });
        database.scrub();
    }

    private WrappedKey rewrapped(WrappedKey key, RegistryKey present, RegistryKey next, RegistryKey.Cost cost) {
        var bytes = key.unwrap(present, file, randomness);
        try {
            return WrappedKey.wrap(key.version(), bytes, next, cost, randomness);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Two keys are the same where one opens what the other has wrapped: nothing else tells, of keys that show no bytes. */
    private void requireShutOut(WrappedKey fresh, RegistryKey present, RegistryKey next) {
        if (fresh.isOpenedBy(present, randomness)) {
            throw new RegistryException.WrongKey(
                    "the new %s opens registry %s already: whoever has the key of before would go on opening it"
                            .formatted(next.provider(), file),
                    "nothing was changed; name another key file or passphrase");
        }
    }

    /**
     * Makes a new data key, with which everything is sealed from now on; where older ones are still there, their rotation is
     * taken up instead.
     *
     * @return the version to rotate to
     */
    public int begin(Actor actor, RegistryKey key, RegistryKey.Cost cost) {
        var old = wrappedKeys();
        if (old.size() > 1) {
            return old.getLast().version();
        }
        Arrays.fill(old.getLast().unwrap(key, file, randomness), (byte) 0);
        int version = old.getLast().version() + 1;
        var bytes = new byte[AesGcm.KEY_BYTES];
        randomness.nextBytes(bytes);
        try {
            var wrapped = WrappedKey.wrap(version, bytes, key, cost, randomness);
            var link = vault.link(bytes);
            database.change(tx -> {
                requireUnchanged(tx, old);
                wrapped.insert(tx);
                tx.update("UPDATE data_key SET link = ? WHERE version = ?", link, version);
                tx.update("UPDATE registry SET data_key_version = ?", version);
                record(tx, actor, AuditAction.ROTATE_DATA_KEY, version - 1, version);
            });
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        vault.observe(version);
        return version;
    }

    /**
     * Seals some rows anew, in one small transaction.
     *
     * @return how many; 0 when all rows have the newest key
     */
    public int step() {
        return SealedTable.ALL.stream()
                .mapToInt(this::step)
                .filter(rows -> rows > 0)
                .findFirst()
                .orElse(0);
    }

    private int step(SealedTable table) {
        int version = newest();
        vault.observe(version);
        var batch = database.read(query -> table.older(query, version, BATCH));
        var fresh = batch.stream()
                .map(found -> vault.reseal(found.place(), found.sealed()))
                .toList();
        if (!batch.isEmpty()) {
            database.change(tx -> {
                for (int i = 0; i < fresh.size(); i++) {
                    table.replace(tx, batch.get(i), fresh.get(i));
                }
            });
        }
        return batch.size();
    }

    /** When the last session that an older data key sealed is over; empty where no older key is there. */
    public Optional<Instant> sessionsEnd() {
        var keys = wrappedKeys();
        return keys.size() == 1
                ? Optional.empty()
                : Optional.of(state().keys().getLast().createdAt().plus(LONGEST_SESSION));
    }

    /**
     * Destroys the data keys before the newest, and with them the sessions they have sealed.
     *
     * @return false where a row still needs one: step on
     */
    public boolean destroyOlder(Actor actor) {
        int version = newest();
        boolean destroyed = database.write(tx -> {
            if (SealedTable.ALL.stream().anyMatch(table -> table.isNeeding(tx, version))) {
                return false;
            }
            tx.eraseWhatIsDeleted();
            if (tx.update("DELETE FROM data_key WHERE version < ?", version) > 0) {
                tx.update("UPDATE data_key SET link = NULL");
                record(tx, actor, AuditAction.DESTROY_DATA_KEY, version - 1, version);
            }
            return true;
        });
        if (destroyed) {
            vault.forgetOlder();
            database.scrub();
        }
        return destroyed;
    }

    private void record(Transaction tx, Actor actor, AuditAction action, int before, int after) {
        audit.append(
                tx,
                actor,
                action,
                "data key",
                Map.of("before", Integer.toString(before), "after", Integer.toString(after)));
    }

    private int newest() {
        return database.read(query ->
                query.get("SELECT data_key_version FROM registry", row -> (int) row.number("data_key_version")));
    }

    private List<WrappedKey> wrappedKeys() {
        return database.read(WrappedKey::all);
    }

    /** Two rotations at once must not undo each other. */
    private void requireUnchanged(Query query, List<WrappedKey> seen) {
        var now = WrappedKey.all(query);
        boolean same = now.size() == seen.size()
                && IntStream.range(0, seen.size())
                        .allMatch(i -> MessageDigest.isEqual(
                                now.get(i).wrapped(), seen.get(i).wrapped()));
        if (!same) {
            throw new RegistryException.Unavailable(
                    "another process rotated the keys of %s just now".formatted(file), null);
        }
    }
}
