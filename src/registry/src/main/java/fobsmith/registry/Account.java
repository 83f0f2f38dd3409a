package fobsmith.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the account is called, and what is in it. Thread-safe. */
public final class Account {
    private static final String ROOTS_DEVICES =
            "token JOIN iam_user ON iam_user.id = token.owner_id WHERE name_key = '" + User.ROOT + "' AND ";

    private final Database database;
    private final AuditTrail audit;

    Account(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The name that may stand in place of the account id. */
    public Optional<String> alias() {
        return database.read(Account::alias);
    }

    private static Optional<String> alias(Query query) {
        return query.find("SELECT alias FROM registry WHERE alias IS NOT NULL", row -> row.text("alias"));
    }

    /** An account has one alias at most: a new one replaces the old. */
    public void createAlias(Actor actor, String alias) {
        database.change(tx -> {
            var detail = new TreeMap<String, String>();
            alias(tx).ifPresent(before -> detail.put("before", before));
            detail.put("after", alias);
            tx.update("UPDATE registry SET alias = ?", alias);
            audit.append(tx, actor, AuditAction.CREATE_ACCOUNT_ALIAS, "account", detail);
        });
    }

    public void deleteAlias(Actor actor, String alias) {
        database.change(tx -> {
            if (tx.update("UPDATE registry SET alias = NULL WHERE alias = ?", alias) != 1) {
                throw new RegistryRefusal.UnknownAlias(alias);
            }
            audit.append(tx, actor, AuditAction.DELETE_ACCOUNT_ALIAS, "account", Map.of("before", alias));
        });
    }

    /** All counted in one consistent state. */
    public Census census(Instant now) {
        return database.read(query -> new Census(
                count(query, "iam_user WHERE name_key <> '" + User.ROOT + "'"),
                count(query, "iam_group"),
                count(query, "iam_role"),
                count(query, "token WHERE kind = 'virtual'"),
                count(query, "token WHERE " + Devices.IN_USE, now),
                count(query, ROOTS_DEVICES + Devices.IN_USE, now) > 0));
    }

    private static long count(Query query, String rows, Object... parameters) {
        return query.get("SELECT count(*) AS n FROM " + rows, row -> row.number("n"), parameters);
    }

    /**
     * How many there are.
     *
     * @param virtualDevices that exist, whether in use or not
     * @param devicesInUse enabled for users or root, hardware included, and no temporary one whose time is over
     */
    public record Census(
            long users, long groups, long roles, long virtualDevices, long devicesInUse, boolean rootHasDevice) {}
}
