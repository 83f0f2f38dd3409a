package fobsmith.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inline policies of users, groups and roles, by name without regard to case. Names and documents may name people, so
 * the audit trail has a {@link DocumentTrace} only. Thread-safe.
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
        var before = document(tx, holder, policy.name());
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
        var detail = DocumentTrace.of("document", before, policy.document());
        audit.append(tx, actor, AuditAction.PUT_POLICY, holder.id(), detail);
    }

    private static @Nullable String document(Query query, PolicyHolder holder, String name) {
        return find(query, holder, name).map(InlinePolicy::document).orElse(null);
    }

    private static void requireRoom(Query query, PolicyHolder holder) {
        long size = query.get(
                "SELECT sum(size) AS n FROM inline_policy WHERE owner_id = ?", row -> row.number("n"), holder.id());
        if (size > holder.kind().quota()) {
            throw new RegistryRefusal.PoliciesTooLong(holder);
        }
    }

    public Optional<InlinePolicy> find(PolicyHolder holder, String name) {
        return database.read(query -> find(query, holder, name));
    }

    private static Optional<InlinePolicy> find(Query query, PolicyHolder holder, String name) {
        return query.find(
                "SELECT * FROM inline_policy WHERE owner_id = ? AND name_key = ?",
                InlinePolicy::of,
                holder.id(),
                key(name));
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
            var before = document(tx, holder, name);
            if (tx.update("DELETE FROM inline_policy WHERE owner_id = ? AND name_key = ?", holder.id(), key(name))
                    != 1) {
                throw new RegistryRefusal.UnknownPolicy(holder.kind(), name);
            }
            var detail = DocumentTrace.of("document", before, null);
            audit.append(tx, actor, AuditAction.DELETE_POLICY, holder.id(), detail);
        });
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
