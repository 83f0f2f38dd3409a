package fobsmith.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The account's groups and who is in them. Names are unique without regard to case and keep theirs. Thread-safe. */
public final class Groups {
    private static final String ALL = "SELECT * FROM iam_group ";

    private final Database database;
    private final AuditTrail audit;
    private final Identifiers identifiers;

    Groups(Database database, AuditTrail audit, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.identifiers = identifiers;
    }

    /** The name is valid; nobody looks at it here. */
    public Group create(Actor actor, String name, String path) {
        return database.write(tx -> {
            requireFree(tx, name, "");
            Quota.GROUPS.requireRoom(tx, "iam_group");
            var group = new Group(identifiers.group(), name, path, tx.now());
            tx.update(
                    "INSERT INTO iam_group (id, name, name_key, path, created_at) VALUES (?, ?, ?, ?, ?)",
                    group.id(),
                    name,
                    key(name),
                    path,
                    group.createdAt());
            audit.append(tx, actor, AuditAction.CREATE_GROUP, group.id(), Map.of("nameAfter", name, "pathAfter", path));
            return group;
        });
    }

    private static void requireFree(Query query, String name, String exceptFor) {
        if (find(query, name).filter(other -> !other.id().equals(exceptFor)).isPresent()) {
            throw new RegistryRefusal.Exists(PolicyHolder.Kind.GROUP, name);
        }
    }

    public Optional<Group> find(String name) {
        return database.read(query -> find(query, name));
    }

    /** Like find, for callers who need the group to be there. */
    public Group get(String name) {
        return find(name).orElseThrow(() -> new RegistryRefusal.Unknown(PolicyHolder.Kind.GROUP, name));
    }

    private static Optional<Group> find(Query query, String name) {
        return query.find(ALL + "WHERE name_key = ?", Group::of, key(name));
    }

    /** Groups below a path prefix, ordered by path and name, after the given one. */
    public Page<Group> list(String pathPrefix, String afterPath, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        ALL + "WHERE substr(path, 1, length(?)) = ? AND (path, name_key) > (?, ?)"
                                + " ORDER BY path, name_key LIMIT ?",
                        Group::of,
                        pathPrefix,
                        pathPrefix,
                        afterPath,
                        key(afterName),
                        limit + 1),
                limit));
    }

    public void update(Actor actor, Group group, String newName, String newPath) {
        database.change(tx -> {
            group.lock(tx);
            requireFree(tx, newName, group.id());
            var before = stored(tx, group);
            tx.update(
                    "UPDATE iam_group SET name = ?, name_key = ?, path = ? WHERE id = ?",
                    newName,
                    key(newName),
                    newPath,
                    group.id());
            var detail = Map.of(
                    "nameBefore",
                    before.name(),
                    "nameAfter",
                    newName,
                    "pathBefore",
                    before.path(),
                    "pathAfter",
                    newPath);
            audit.append(tx, actor, AuditAction.UPDATE_GROUP, group.id(), detail);
        });
    }

    private static Group stored(Query query, Group group) {
        return query.get(ALL + "WHERE id = ?", Group::of, group.id());
    }

    /** Refused while it has members or policies. */
    public void delete(Actor actor, Group group) {
        database.change(tx -> {
            group.lock(tx);
            requireNone(tx, "group_member WHERE group_id = ?", group, RegistryRefusal.Belonging.MEMBER);
            requireNone(tx, "inline_policy WHERE owner_id = ?", group, RegistryRefusal.Belonging.POLICY);
            var before = stored(tx, group);
            tx.update("DELETE FROM iam_group WHERE id = ?", group.id());
            var detail = Map.of("nameBefore", before.name(), "pathBefore", before.path());
            audit.append(tx, actor, AuditAction.DELETE_GROUP, group.id(), detail);
        });
    }

    private static void requireNone(Query query, String rows, Group group, RegistryRefusal.Belonging belonging) {
        if (query.get("SELECT count(*) AS n FROM " + rows, row -> row.number("n"), group.id()) > 0) {
            throw new RegistryRefusal.StillHas(belonging);
        }
    }

    /** Once is enough: who is in it stays in it. */
    public void add(Actor actor, Group group, User user) {
        database.change(tx -> {
            group.lock(tx);
            user.lock(tx);
            int added = tx.update(
                    "INSERT INTO group_member (group_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    group.id(),
                    user.id());
            if (added > 0) {
                requireRoom(tx, user);
                audit.append(tx, actor, AuditAction.ADD_TO_GROUP, group.id(), Map.of("user", user.id()));
            }
        });
    }

    private static void requireRoom(Query query, User user) {
        long held = query.get(
                "SELECT count(*) AS n FROM group_member WHERE user_id = ?", row -> row.number("n"), user.id());
        Quota.GROUPS_OF_USER.requireRoom(held - 1);
    }

    /** Who is not in it is no mistake. */
    public void remove(Actor actor, Group group, User user) {
        database.change(tx -> {
            if (tx.update("DELETE FROM group_member WHERE group_id = ? AND user_id = ?", group.id(), user.id()) > 0) {
                audit.append(tx, actor, AuditAction.REMOVE_FROM_GROUP, group.id(), Map.of("user", user.id()));
            }
        });
    }

    /** Ordered by path and name, after the given one. */
    public Page<User> members(Group group, String afterPath, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        "SELECT u.* FROM iam_user u JOIN group_member m ON m.user_id = u.id WHERE m.group_id = ?"
                                + " AND (u.path, u.name_key) > (?, ?) ORDER BY u.path, u.name_key LIMIT ?",
                        User::of,
                        group.id(),
                        afterPath,
                        key(afterName),
                        limit + 1),
                limit));
    }

    /** All groups of a user, ordered by path and name. */
    public List<Group> of(User user) {
        return database.read(query -> query.list(
                "SELECT g.* FROM iam_group g JOIN group_member m ON m.group_id = g.id WHERE m.user_id = ?"
                        + " ORDER BY g.path, g.name_key",
                Group::of,
                user.id()));
    }

    /** The same, after the given one. */
    public Page<Group> of(User user, String afterPath, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        "SELECT g.* FROM iam_group g JOIN group_member m ON m.group_id = g.id WHERE m.user_id = ?"
                                + " AND (g.path, g.name_key) > (?, ?) ORDER BY g.path, g.name_key LIMIT ?",
                        Group::of,
                        user.id(),
                        afterPath,
                        key(afterName),
                        limit + 1),
                limit));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
