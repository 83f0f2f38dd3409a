package fobsmith.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The account's IAM users. Names are unique without regard to case and keep the case they were given. Thread-safe. */
public final class Users {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");
    private static final String ALL = "SELECT * FROM iam_user ";
    private static final String RESERVED_FOR =
            "SELECT * FROM token WHERE owner_id = ? AND state = 'reserved' ORDER BY serial_key";
    private static final int ROWS_AT_A_TIME = 1000;

    private final Database database;
    private final AuditTrail audit;
    private final Identifiers identifiers;

    Users(Database database, AuditTrail audit, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.identifiers = identifiers;
    }

    /** IAM's rule for user names: 1 to 64 letters, digits or {@code _+=,.@-}. */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a user name of 1 to 64 letters, digits or _+=,.@-".formatted(name));
        }
    }

    /** An administrator has an inline policy that allows everything. */
    public User create(Actor actor, String name, String path, boolean administrator) {
        return database.write(tx -> {
            var user = create(tx, actor, name, path, List.of());
            if (administrator) {
                InlinePolicies.makeAdministrator(tx, audit, actor, user);
            }
            return user;
        });
    }

    public User create(Actor actor, String name, String path, List<Tag> tags) {
        return database.write(tx -> create(tx, actor, name, path, tags));
    }

    private User create(Transaction tx, Actor actor, String name, String path, List<Tag> tags) {
        requireName(name);
        requireFree(tx, name, "");
        Quota.USERS.requireRoom(tx, "iam_user WHERE name_key <> '" + User.ROOT + "'");
        var user = new User(identifiers.user(), name, path, tx.now(), tx.now());
        insert(tx, user);
        TagRows.put(tx, user.id(), tags, Tags.USER_QUOTA);
        var detail = new HashMap<>(TagRows.traceAtCreation(tx, audit, user.id()));
        detail.put("path", path);
        audit.append(tx, actor, AuditAction.CREATE_USER, user.id(), detail);
        return user;
    }

    private static void requireFree(Query query, String name, String exceptFor) {
        if (find(query, name).filter(other -> !other.id().equals(exceptFor)).isPresent()) {
            throw new RegistryRefusal.Exists(PolicyHolder.Kind.USER, name);
        }
    }

    /** Makes the row of root, which is there from the start. */
    static void insertRoot(Transaction tx, String accountId) {
        insert(tx, new User(accountId, User.ROOT, "/", tx.now(), tx.now()));
    }

    private static void insert(Transaction tx, User user) {
        tx.update(
                "INSERT INTO iam_user (id, name, name_key, path, created_at, sessions_valid_from)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                user.id(),
                user.name(),
                key(user.name()),
                user.path(),
                user.createdAt(),
                user.sessionsValidFrom());
        tx.update("INSERT INTO known_name (id, kind, name) VALUES (?, 'user', ?)", user.id(), user.name());
    }

    /** Another name or path, or both. What belongs to the user stays his: devices, keys, policies, tags, sessions. */
    public User update(Actor actor, User user, String newName, String newPath) {
        requireName(newName);
        requireNotRoot(user);
        return database.write(tx -> {
            user.lock(tx);
            requireFree(tx, newName, user.id());
            var before = stored(tx, user);
            tx.update(
                    "UPDATE iam_user SET name = ?, name_key = ?, path = ? WHERE id = ?",
                    newName,
                    key(newName),
                    newPath,
                    user.id());
            tx.update("UPDATE known_name SET name = ? WHERE id = ?", newName, user.id());
            var detail = Map.of(
                    "before",
                    before.path(),
                    "after",
                    newPath,
                    "renamed",
                    Boolean.toString(!before.name().equals(newName)));
            audit.append(tx, actor, AuditAction.UPDATE_USER, user.id(), detail);
            return new User(user.id(), newName, newPath, user.createdAt(), user.sessionsValidFrom());
        });
    }

    private static User stored(Query query, User user) {
        return query.get(ALL + "WHERE id = ?", User::of, user.id());
    }

    /** Every session begun until now is refused from now on; access keys stay good. */
    public void revokeSessions(Actor actor, User user) {
        database.change(tx -> {
            user.lock(tx);
            var before = stored(tx, user).sessionsValidFrom();
            // Sessions that began in this very millisecond are older, too.
            var after = tx.now().plusMillis(1);
            tx.update("UPDATE iam_user SET sessions_valid_from = ? WHERE id = ?", after, user.id());
            var detail = Map.of("validFromBefore", before.toString(), "validFromAfter", after.toString());
            audit.append(tx, actor, AuditAction.REVOKE_SESSIONS, user.id(), detail);
        });
    }

    /** For the console: root has devices, and nothing else that a request could ask for. */
    public User root() {
        return get(User.ROOT);
    }

    public Optional<User> find(String name) {
        return database.read(query -> find(query, name));
    }

    /** Like find, for callers who need the user to be there. */
    public User get(String name) {
        return find(name).orElseThrow(() -> new RegistryRefusal.Unknown(PolicyHolder.Kind.USER, name));
    }

    public Optional<User> findById(String id) {
        return database.read(query -> query.find(ALL + "WHERE id = ?", User::of, id));
    }

    /** Everybody but root, ordered by path and name. */
    public List<User> all() {
        return Page.all(last ->
                list("/", last.map(User::path).orElse(""), last.map(User::name).orElse(""), ROWS_AT_A_TIME));
    }

    /** Users below a path prefix, ordered by path and name, after the given one. */
    public Page<User> list(String pathPrefix, String afterPath, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        ALL + "WHERE name_key <> '" + User.ROOT + "' AND substr(path, 1, length(?)) = ?"
                                + " AND (path, name_key) > (?, ?)"
                                + " ORDER BY path, name_key LIMIT ?",
                        User::of,
                        pathPrefix,
                        pathPrefix,
                        afterPath,
                        key(afterName),
                        limit + 1),
                limit));
    }

    /** Users whose name contains the text, case aside; those whose name begins with it come first. */
    public List<User> search(String text, int limit) {
        var wanted = key(text).replaceAll("[\\\\%_]", "\\\\$0");
        return database.read(query -> query.list(
                ALL + "WHERE name_key <> '" + User.ROOT + "' AND name_key LIKE ? ESCAPE '\\'"
                        + " ORDER BY CASE WHEN name_key LIKE ? ESCAPE '\\' THEN 0 ELSE 1 END, name_key LIMIT ?",
                User::of,
                "%" + wanted + "%",
                wanted + "%",
                limit));
    }

    /** Refused while MFA devices, access keys, groups or policies remain; tokens reserved for the user go back to stock. */
    public void delete(Actor actor, User user) {
        database.change(tx -> {
            user.lock(tx);
            requireNotRoot(user);
            requireNothingLeft(tx, user);
            var detail = Map.of("before", stored(tx, user).path());
            tx.list(RESERVED_FOR, Token::of, user.id()).forEach(token -> Shelf.release(tx, audit, actor, token));
            TagRows.removeAll(tx, user.id());
            DeskThrottle.forget(tx, user);
            tx.update("DELETE FROM iam_user WHERE id = ?", user.id());
            audit.append(tx, actor, AuditAction.DELETE_USER, user.id(), detail);
        });
    }

    /** Root is no user that could be administered: it stays as long as the account does, under its name. */
    private static void requireNotRoot(User user) {
        if (user.isRoot()) {
            throw new RegistryRefusal.Unknown(PolicyHolder.Kind.USER, user.name());
        }
    }

    private static void requireNothingLeft(Query query, User user) {
        if (Devices.countWithExpired(query, user) > 0) {
            throw new RegistryRefusal.StillHas(RegistryRefusal.Belonging.MFA_DEVICE);
        }
        if (count(query, "SELECT count(*) AS n FROM access_key WHERE user_id = ?", user) > 0) {
            throw new RegistryRefusal.StillHas(RegistryRefusal.Belonging.ACCESS_KEY);
        }
        if (count(query, "SELECT count(*) AS n FROM group_member WHERE user_id = ?", user) > 0) {
            throw new RegistryRefusal.StillHas(RegistryRefusal.Belonging.GROUP);
        }
        if (count(query, "SELECT count(*) AS n FROM inline_policy WHERE owner_id = ?", user) > 0) {
            throw new RegistryRefusal.StillHas(RegistryRefusal.Belonging.POLICY);
        }
    }

    private static long count(Query query, String sql, User user) {
        return query.get(sql, row -> row.number("n"), user.id());
    }

    static Optional<User> find(Query query, String name) {
        return query.find(ALL + "WHERE name_key = ?", User::of, key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
