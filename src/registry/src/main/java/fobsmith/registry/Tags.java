package fobsmith.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        database.change(tx -> {
            user.lock(tx);
            var before = trace(tx, user.id(), "Before");
            TagRows.put(tx, user.id(), tags, USER_QUOTA);
            audit.append(tx, actor, AuditAction.TAG_USER, user.id(), with(before, trace(tx, user.id(), "After")));
        });
    }

    public void remove(Actor actor, User user, List<String> keys) {
        database.change(tx -> {
            user.lock(tx);
            var before = trace(tx, user.id(), "Before");
            TagRows.remove(tx, user.id(), keys);
            audit.append(tx, actor, AuditAction.UNTAG_USER, user.id(), with(before, trace(tx, user.id(), "After")));
        });
    }

    public void put(Actor actor, Role role, List<Tag> tags) {
        database.change(tx -> {
            role.lock(tx);
            var before = trace(tx, role.id(), "Before");
            TagRows.put(tx, role.id(), tags, ROLE_QUOTA);
            audit.append(tx, actor, AuditAction.TAG_ROLE, role.id(), with(before, trace(tx, role.id(), "After")));
        });
    }

    public void remove(Actor actor, Role role, List<String> keys) {
        database.change(tx -> {
            role.lock(tx);
            var before = trace(tx, role.id(), "Before");
            TagRows.remove(tx, role.id(), keys);
            audit.append(tx, actor, AuditAction.UNTAG_ROLE, role.id(), with(before, trace(tx, role.id(), "After")));
        });
    }

    public void put(Actor actor, SerialNumber serial, List<Tag> tags) {
        database.change(tx -> {
            var token = lock(tx, serial);
            var before = trace(tx, token.id(), "Before");
            TagRows.put(tx, token.id(), tags, DEVICE_QUOTA);
            var detail = with(before, trace(tx, token.id(), "After"));
            audit.append(tx, actor, AuditAction.TAG_DEVICE, token.auditSubject(), detail);
        });
    }

    public void remove(Actor actor, SerialNumber serial, List<String> keys) {
        database.change(tx -> {
            var token = lock(tx, serial);
            var before = trace(tx, token.id(), "Before");
            TagRows.remove(tx, token.id(), keys);
            var detail = with(before, trace(tx, token.id(), "After"));
            audit.append(tx, actor, AuditAction.UNTAG_DEVICE, token.auditSubject(), detail);
        });
    }

    private static Token lock(Transaction tx, SerialNumber serial) {
        tx.update("UPDATE token SET id = id WHERE serial_key = ?", serial.key());
        return TokenRegistry.require(tx, serial);
    }

    private Map<String, String> trace(Query query, String ownerId, String when) {
        return TagRows.trace(query, audit, ownerId, when);
    }

    private static Map<String, String> with(Map<String, String> before, Map<String, String> after) {
        var both = new TreeMap<>(before);
        both.putAll(after);
        return both;
    }
}
