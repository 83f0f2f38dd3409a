package fobsmith.registry;

import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Tags of users, roles and tokens, hardware as well as virtual. What they say may name people, so the audit trail has
 * their number and a fingerprint, before and after. Thread-safe.
 */
public final class Tags {
    static final String USER_QUOTA = "TagsPerUser";
    static final String ROLE_QUOTA = "TagsPerRole";
    static final String DEVICE_QUOTA = "TagsPerMFADevice";

    private final Database database;
    private final AuditTrail audit;

    Tags(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    public List<Tag> of(PolicyHolder owner) {
        return database.read(query -> TagRows.all(query, owner.id()));
    }

    public List<Tag> of(Token token) {
        return database.read(query -> TagRows.all(query, token.id()));
    }

    /** Ordered by key, after the given one. */
    public Page<Tag> list(PolicyHolder owner, String afterKey, int limit) {
        return database.read(query -> TagRows.page(query, owner.id(), afterKey, limit));
    }

    /** Ordered by key, after the given one. */
    public Page<Tag> list(Token token, String afterKey, int limit) {
        return database.read(query -> TagRows.page(query, token.id(), afterKey, limit));
    }

    public void put(Actor actor, User user, List<Tag> tags) {
        change(actor, AuditAction.TAG_USER, tx -> locked(tx, user), put(tags, USER_QUOTA));
    }

    public void remove(Actor actor, User user, List<String> keys) {
        change(actor, AuditAction.UNTAG_USER, tx -> locked(tx, user), remove(keys));
    }

    public void put(Actor actor, Role role, List<Tag> tags) {
        change(actor, AuditAction.TAG_ROLE, tx -> locked(tx, role), put(tags, ROLE_QUOTA));
    }

    public void remove(Actor actor, Role role, List<String> keys) {
        change(actor, AuditAction.UNTAG_ROLE, tx -> locked(tx, role), remove(keys));
    }

    public void put(Actor actor, SerialNumber serial, List<Tag> tags) {
        change(actor, AuditAction.TAG_DEVICE, tx -> locked(tx, serial), put(tags, DEVICE_QUOTA));
    }

    public void remove(Actor actor, SerialNumber serial, List<String> keys) {
        change(actor, AuditAction.UNTAG_DEVICE, tx -> locked(tx, serial), remove(keys));
    }

    private static BiConsumer<Transaction, String> put(List<Tag> tags, String quota) {
        return (tx, id) -> TagRows.put(tx, id, tags, quota);
    }

    private static BiConsumer<Transaction, String> remove(List<String> keys) {
        return (tx, id) -> TagRows.remove(tx, id, keys);
    }

    private void change(
            Actor actor,
            AuditAction action,
            Function<Transaction, Owner> owner,
            BiConsumer<Transaction, String> change) {
        database.change(tx -> {
            var locked = owner.apply(tx);
            var detail = new TreeMap<>(TagRows.trace(tx, audit, locked.id, "Before"));
            change.accept(tx, locked.id);
            detail.putAll(TagRows.trace(tx, audit, locked.id, "After"));
            audit.append(tx, actor, action, locked.auditSubject, detail);
        });
    }

    /** Whoever or whatever has the tags, with its row held. */
    private record Owner(String id, String auditSubject) {}

    private static Owner locked(Transaction tx, PolicyHolder holder) {
        holder.lock(tx);
        return new Owner(holder.id(), holder.id());
    }

    private static Owner locked(Transaction tx, SerialNumber serial) {
        tx.update("UPDATE token SET id = id WHERE serial_key = ?", serial.key());
        var token = TokenRegistry.require(tx, serial);
        return new Owner(token.id(), token.auditSubject());
    }
}
