package fobsmith.registry;

import java.util.List;
import java.util.Map;

/** The tags of one owner, whoever or whatever it is, inside a query or transaction. */
final class TagRows {
    private static final int PER_OWNER = 50;

    private TagRows() {}

    static List<Tag> all(Query query, String ownerId) {
        return query.list("SELECT * FROM tag WHERE owner_id = ? ORDER BY name_key", Tag::of, ownerId);
    }

    static Page<Tag> page(Query query, String ownerId, String afterKey, int limit) {
        return Page.of(
                query.list(
                        "SELECT * FROM tag WHERE owner_id = ? AND name_key > ? ORDER BY name_key LIMIT ?",
                        Tag::of,
                        ownerId,
                        Tag.folded(afterKey),
                        limit + 1),
                limit);
    }

    /**
     * Adds tags and overwrites those of equal keys; all of them or none.
     *
     * @param quota IAM's name of the quota that they may exceed
     */
    static void put(Transaction tx, String ownerId, List<Tag> tags, String quota) {
        for (var tag : tags) {
            tx.update(
                    "INSERT INTO tag (owner_id, name_key, name, value) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (owner_id, name_key) DO UPDATE SET name = excluded.name, value = excluded.value",
                    ownerId,
                    Tag.folded(tag.key()),
                    tag.key(),
                    tag.value());
        }
        long held = tx.get("SELECT count(*) AS n FROM tag WHERE owner_id = ?", row -> row.number("n"), ownerId);
        if (held > PER_OWNER) {
            throw new RegistryRefusal.QuotaExceeded(quota, PER_OWNER);
        }
    }

    /** Keys that are not there are no mistake. */
    static void remove(Transaction tx, String ownerId, List<String> keys) {
        keys.forEach(key -> tx.update("DELETE FROM tag WHERE owner_id = ? AND name_key = ?", ownerId, Tag.folded(key)));
    }

    static void removeAll(Transaction tx, String ownerId) {
        tx.update("DELETE FROM tag WHERE owner_id = ?", ownerId);
    }

    /** Their number and a fingerprint, for the audit trail. */
    static Map<String, String> trace(Query query, AuditTrail audit, String ownerId, String when) {
        var tags = all(query, ownerId);
        var content = new Canonical();
        tags.forEach(tag -> content.with(tag.key()).with(tag.value()));
        return Map.of(
                "tags" + when, Integer.toString(tags.size()), "fingerprint" + when, audit.fingerprint(content.bytes()));
    }

    /** The same of what an owner is created with: nothing where it has none. */
    static Map<String, String> traceAtCreation(Query query, AuditTrail audit, String ownerId) {
        return all(query, ownerId).isEmpty() ? Map.of() : trace(query, audit, ownerId, "After");
    }
}
