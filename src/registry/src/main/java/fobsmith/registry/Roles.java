package fobsmith.registry;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The account's roles. Names are unique without regard to case and keep theirs. Thread-safe. */
public final class Roles {
    private static final String ALL = "SELECT * FROM iam_role ";
    private static final String TRUST = "trustPolicy";

    private final Database database;
    private final AuditTrail audit;
    private final Identifiers identifiers;

    Roles(Database database, AuditTrail audit, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.identifiers = identifiers;
    }

    /** What a new role is to be: name, path and trust policy are valid; nobody looks at them here. */
    public record Draft(
            String name,
            String path,
            String trustPolicy,
            @Nullable String description,
            Duration longestSession,
            List<Tag> tags) {}

    public Role create(Actor actor, Draft draft) {
        return database.write(tx -> {
            if (find(tx, draft.name()).isPresent()) {
                throw new RegistryRefusal.Exists(PolicyHolder.Kind.ROLE, draft.name());
            }
            Quota.ROLES.requireRoom(tx, "iam_role");
            var role = new Role(
                    identifiers.role(),
                    draft.name(),
                    draft.path(),
                    draft.trustPolicy(),
                    draft.description(),
                    draft.longestSession(),
                    tx.now());
            insert(tx, role);
            TagRows.put(tx, role.id(), draft.tags(), Tags.ROLE_QUOTA);
            audit.append(tx, actor, AuditAction.CREATE_ROLE, role.id(), atCreation(tx, role));
            return role;
        });
    }

    private Map<String, String> atCreation(Query query, Role role) {
        var detail = new TreeMap<>(TagRows.traceAtCreation(query, audit, role.id()));
        detail.putAll(DocumentTrace.of(TRUST, null, role.trustPolicy()));
        detail.putAll(DocumentTrace.of("description", null, role.description()));
        detail.put("pathAfter", role.path());
        detail.put("longestSessionSecondsAfter", seconds(role.longestSession()));
        return detail;
    }

    private static void insert(Transaction tx, Role role) {
        tx.update(
                "INSERT INTO iam_role (id, name, name_key, path, trust_policy, description, max_session_seconds,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                role.id(),
                role.name(),
                key(role.name()),
                role.path(),
                role.trustPolicy(),
                role.description(),
                role.longestSession().toSeconds(),
                role.createdAt());
    }

    public Optional<Role> find(String name) {
        return database.read(query -> find(query, name));
    }

    /** Like find, for callers who need the role to be there. */
    public Role get(String name) {
        return find(name).orElseThrow(() -> new RegistryRefusal.Unknown(PolicyHolder.Kind.ROLE, name));
    }

    public Optional<Role> findById(String id) {
        return database.read(query -> query.find(ALL + "WHERE id = ?", Role::of, id));
    }

    private static Optional<Role> find(Query query, String name) {
        return query.find(ALL + "WHERE name_key = ?", Role::of, key(name));
    }

    /** Roles below a path prefix, ordered by path and name, after the given one. */
    public Page<Role> list(String pathPrefix, String afterPath, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        ALL + "WHERE substr(path, 1, length(?)) = ? AND (path, name_key) > (?, ?)"
                                + " ORDER BY path, name_key LIMIT ?",
                        Role::of,
                        pathPrefix,
                        pathPrefix,
                        afterPath,
                        key(afterName),
                        limit + 1),
                limit));
    }

    public void update(Actor actor, Role role, @Nullable String description, Duration longestSession) {
        database.change(tx -> {
            role.lock(tx);
            var before = stored(tx, role);
            tx.update(
                    "UPDATE iam_role SET description = ?, max_session_seconds = ? WHERE id = ?",
                    description,
                    longestSession.toSeconds(),
                    role.id());
            var detail = new TreeMap<>(DocumentTrace.of("description", before.description(), description));
            detail.put("longestSessionSecondsBefore", seconds(before.longestSession()));
            detail.put("longestSessionSecondsAfter", seconds(longestSession));
            audit.append(tx, actor, AuditAction.UPDATE_ROLE, role.id(), detail);
        });
    }

    /** As it stands now, which the caller's copy may not. */
    private static Role stored(Query query, Role role) {
        return query.get(ALL + "WHERE id = ?", Role::of, role.id());
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    public void updateTrust(Actor actor, Role role, String trustPolicy) {
        database.change(tx -> {
            role.lock(tx);
            var detail = DocumentTrace.of(TRUST, stored(tx, role).trustPolicy(), trustPolicy);
            tx.update("UPDATE iam_role SET trust_policy = ? WHERE id = ?", trustPolicy, role.id());
            audit.append(tx, actor, AuditAction.UPDATE_ROLE, role.id(), detail);
        });
    }

    /** Refused while it has policies. Its sessions end with it. */
    public void delete(Actor actor, Role role) {
        database.change(tx -> {
            role.lock(tx);
            long policies = tx.get(
                    "SELECT count(*) AS n FROM inline_policy WHERE owner_id = ?", row -> row.number("n"), role.id());
            if (policies > 0) {
                throw new RegistryRefusal.StillHas(RegistryRefusal.Belonging.POLICY);
            }
            var detail = DocumentTrace.of(TRUST, stored(tx, role).trustPolicy(), null);
            TagRows.removeAll(tx, role.id());
            tx.update("DELETE FROM iam_role WHERE id = ?", role.id());
            audit.append(tx, actor, AuditAction.DELETE_ROLE, role.id(), detail);
        });
    }

    /** Remembers that somebody has become it. */
    public void assumed(Actor actor, Role role) {
        database.change(tx -> audit.append(tx, actor, AuditAction.ASSUME_ROLE, role.id(), Map.of()));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
