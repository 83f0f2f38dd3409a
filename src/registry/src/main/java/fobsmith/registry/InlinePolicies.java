package fobsmith.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Inline policies of users, groups and roles, by name without regard to case. Names and documents may name people, so the audit trail has the
 * document's hash only. Thread-safe.
 */
public final class InlinePolicies {
    /** What makes the first user of a registry its administrator. */
    private static final InlinePolicy ADMINISTRATOR = new InlinePolicy(
            "administrator",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

    private final Database database;
    private final AuditTrail audit;

    InlinePolicies(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Replaces a policy of that name. The document must be valid; nobody looks at it here. */
    public void put(Actor actor, PolicyHolder holder, InlinePolicy policy) {
        database.change(tx -> put(tx, audit, actor, holder, policy));
    }

    /** For a user who has just been made. */
    static void makeAdministrator(Transaction tx, AuditTrail audit, Actor actor, User user) {
        put(tx, audit, actor, user, ADMINISTRATOR);
    }

    private static void put(Transaction tx, AuditTrail audit, Actor actor, PolicyHolder holder, InlinePolicy policy) {
        holder.lock(tx);
        tx.update(
                "INSERT INTO inline_policy (owner_id, name_key, name, document, size, created_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (owner_id, name_key) DO UPDATE SET name = excluded.name,"
                        + " document = excluded.document, size = excluded.size",
                holder.id(),
                key(policy.name()),
                policy.name(),
                policy.document(),
                InlinePolicy.sizeOf(policy.document()),
                tx.now());
        requireRoom(tx, holder);
        audit.append(
                tx, actor, AuditAction.PUT_POLICY, holder.id(), Map.of("documentSha256", sha256(policy.document())));
    }

    private static void requireRoom(Query query, PolicyHolder holder) {
        long size = query.get(
                "SELECT sum(size) AS n FROM inline_policy WHERE owner_id = ?", row -> row.number("n"), holder.id());
        if (size > holder.kind().quota()) {
            throw new RegistryRefusal.PoliciesTooLong(holder);
        }
    }

    public Optional<InlinePolicy> find(PolicyHolder holder, String name) {
        return database.read(query -> query.find(
                "SELECT * FROM inline_policy WHERE owner_id = ? AND name_key = ?",
                InlinePolicy::of,
                holder.id(),
                key(name)));
    }

    /** Like find, for callers who need the policy to be there. */
    public InlinePolicy get(PolicyHolder holder, String name) {
        return find(holder, name).orElseThrow(() -> new RegistryRefusal.UnknownPolicy(holder.kind(), name));
    }

    /** All policies of one owner, ordered by name. */
    public List<InlinePolicy> all(PolicyHolder holder) {
        return database.read(query -> query.list(
                "SELECT * FROM inline_policy WHERE owner_id = ? ORDER BY name_key", InlinePolicy::of, holder.id()));
    }

    /** Ordered by name, after the given one. */
    public Page<InlinePolicy> list(PolicyHolder holder, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        "SELECT * FROM inline_policy WHERE owner_id = ? AND name_key > ? ORDER BY name_key LIMIT ?",
                        InlinePolicy::of,
                        holder.id(),
                        key(afterName),
                        limit + 1),
                limit));
    }

    public void delete(Actor actor, PolicyHolder holder, String name) {
        database.change(tx -> {
            if (tx.update("DELETE FROM inline_policy WHERE owner_id = ? AND name_key = ?", holder.id(), key(name))
                    != 1) {
                throw new RegistryRefusal.UnknownPolicy(holder.kind(), name);
            }
            audit.append(tx, actor, AuditAction.DELETE_POLICY, holder.id(), Map.of());
        });
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String sha256(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
