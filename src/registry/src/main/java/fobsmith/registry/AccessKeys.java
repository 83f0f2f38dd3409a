package fobsmith.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Long-term access keys; their secrets stand sealed in the registry. Thread-safe. */
public final class AccessKeys {
    private static final String PURPOSE = "access key";
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;

    AccessKeys(Database database, AuditTrail audit, Vault vault, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
    }

    /** Makes a key with this secret (ASCII), which stays the caller's to show once and wipe. */
    public AccessKey create(Actor actor, User user, byte[] secret) {
        return database.write(tx -> {
            requireRoom(tx, user);
            var key = new AccessKey(identifiers.accessKey(), user.id(), true, tx.now(), null);
            var sealed = vault.seal(place(key.id()), secret);
            tx.update(
                    "INSERT INTO access_key (id, user_id, active, sealed_secret, key_version, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    key.id(),
                    key.userId(),
                    key.active(),
                    sealed.bytes(),
                    sealed.keyVersion(),
                    key.createdAt());
            audit.append(tx, actor, AuditAction.CREATE_ACCESS_KEY, user.id(), Map.of("accessKeyId", key.id()));
            return key;
        });
    }

    private static void requireRoom(Transaction tx, User user) {
        user.lock(tx);
        long held = tx.get("SELECT count(*) AS n FROM access_key WHERE user_id = ?", row -> row.number("n"), user.id());
        Quota.ACCESS_KEYS_OF_USER.requireRoom(held);
    }

    static SealedPlace place(String id) {
        return SealedPlace.of(PURPOSE, id);
    }

    public Optional<AccessKey> find(String id) {
        return database.read(query -> query.find("SELECT * FROM access_key WHERE id = ?", AccessKey::of, id));
    }

    /** The secret of a key, opened; the caller wipes it. */
    public Optional<byte[]> openSecret(String id) {
        return database.read(query -> query.find(
                "SELECT sealed_secret, key_version FROM access_key WHERE id = ?",
                row -> vault.open(place(id), (int) row.number("key_version"), row.bytes("sealed_secret")),
                id));
    }

    /** Keys of a user ordered by id, after the given one. */
    public Page<AccessKey> list(User user, String afterId, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        "SELECT * FROM access_key WHERE user_id = ? AND id > ? ORDER BY id LIMIT ?",
                        AccessKey::of,
                        user.id(),
                        afterId,
                        limit + 1),
                limit));
    }

    /** A key that is not active signs nothing, and its sessions end with it. */
    public void setActive(Actor actor, User user, String id, boolean active) {
        database.change(tx -> {
            boolean before = isActive(tx, user, id);
            tx.update("UPDATE access_key SET active = ? WHERE id = ? AND user_id = ?", active, id, user.id());
            var detail = Map.of("accessKeyId", id, "before", word(before), "after", word(active));
            audit.append(tx, actor, AuditAction.UPDATE_ACCESS_KEY, user.id(), detail);
        });
    }

    /** Or a refusal. What it says holds until the end of the transaction, which is the only one that writes. */
    private static boolean isActive(Transaction tx, User user, String id) {
        return tx.find("SELECT * FROM access_key WHERE id = ? AND user_id = ?", AccessKey::of, id, user.id())
                .orElseThrow(() -> new RegistryRefusal.UnknownAccessKey(id))
                .active();
    }

    private static String word(boolean active) {
        return active ? "active" : "inactive";
    }

    /** Remembers that a key was used: at most once a minute, since it costs a commit. */
    public void used(AccessKey key, Instant now, String service, String region) {
        var last = key.lastUse();
        if (last == null || !last.at().plus(BETWEEN_USES).isAfter(now)) {
            database.change(tx -> tx.update(
                    "UPDATE access_key SET last_used_at = ?, last_used_service = ?, last_used_region = ?"
                            + " WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                    tx.now(),
                    service,
                    region,
                    key.id(),
                    tx.now().minus(BETWEEN_USES)));
        }
    }

    public void delete(Actor actor, User user, String id) {
        database.change(tx -> {
            var detail = Map.of("accessKeyId", id, "before", word(isActive(tx, user, id)));
            tx.update("DELETE FROM access_key WHERE id = ? AND user_id = ?", id, user.id());
            audit.append(tx, actor, AuditAction.DELETE_ACCESS_KEY, user.id(), detail);
        });
    }
}
