package fobsmith.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The account's IAM users. Names are unique without regard to case and keep the case they were given. Thread-safe. */
public final class Users {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");
    private static final String ALL = "SELECT * FROM iam_user ";

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

    public User create(Actor actor, String name, String path, boolean administrator) {
        requireName(name);
        return database.write(tx -> {
            if (find(tx, name).isPresent()) {
                throw new RegistryRefusal.UserExists(name);
            }
            var user = new User(identifiers.user(), name, path, administrator, tx.now(), tx.now());
            insert(tx, user);
            audit.append(tx, actor, AuditAction.CREATE_USER, user.id(), Map.of("path", path));
            return user;
        });
    }

    private static void insert(Transaction tx, User user) {
        tx.update(
                "INSERT INTO iam_user (id, name, name_key, path, administrator, created_at, sessions_valid_from)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                user.id(),
                user.name(),
                key(user.name()),
                user.path(),
                user.administrator(),
                user.createdAt(),
                user.sessionsValidFrom());
        tx.update("INSERT INTO known_name (id, kind, name) VALUES (?, 'user', ?)", user.id(), user.name());
    }

    public Optional<User> find(String name) {
        return database.read(query -> find(query, name));
    }

    /** Like find, for callers who need the user to be there. */
    public User get(String name) {
        return find(name).orElseThrow(() -> new RegistryRefusal.UnknownUser(name));
    }

    public Optional<User> findById(String id) {
        return database.read(query -> query.find(ALL + "WHERE id = ?", User::of, id));
    }

    /** Users below a path prefix, ordered by path and name, after the given one. */
    public Page<User> list(String pathPrefix, String afterPath, String afterName, int limit) {
        return database.read(query -> Page.of(
                query.list(
                        ALL + "WHERE substr(path, 1, length(?)) = ? AND (path, name_key) > (?, ?)"
                                + " ORDER BY path, name_key LIMIT ?",
                        User::of,
                        pathPrefix,
                        pathPrefix,
                        afterPath,
                        key(afterName),
                        limit + 1),
                limit));
    }

    /** Refused while MFA devices or access keys remain; tokens reserved for the user go back to stock. */
    public void delete(Actor actor, String name) {
        database.change(tx -> {
            var user = find(tx, name).orElseThrow(() -> new RegistryRefusal.UnknownUser(name));
            requireNothingLeft(tx, user);
            tx.update(
                    "UPDATE token SET state = reserved_from, reserved_from = NULL, owner_id = NULL"
                            + " WHERE owner_id = ? AND state = 'reserved'",
                    user.id());
            tx.update("DELETE FROM iam_user WHERE id = ?", user.id());
            audit.append(tx, actor, AuditAction.DELETE_USER, user.id(), Map.of());
        });
    }

    private static void requireNothingLeft(Query query, User user) {
        if (count(query, "SELECT count(*) AS n FROM token WHERE owner_id = ? AND state = 'enabled'", user) > 0) {
            throw new RegistryRefusal.UserStillHas(RegistryRefusal.Belonging.MFA_DEVICE);
        }
        if (count(query, "SELECT count(*) AS n FROM access_key WHERE user_id = ?", user) > 0) {
            throw new RegistryRefusal.UserStillHas(RegistryRefusal.Belonging.ACCESS_KEY);
        }
    }

    private static long count(Query query, String sql, User user) {
        return query.get(sql, row -> row.number("n"), user.id());
    }

    private static Optional<User> find(Query query, String name) {
        return query.find(ALL + "WHERE name_key = ?", User::of, key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
