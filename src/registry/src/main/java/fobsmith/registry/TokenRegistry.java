package fobsmith.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The tokens by serial number: looked up, listed, deactivated, unlocked. Thread-safe. */
public final class TokenRegistry {
    private static final String ALL = "SELECT * FROM token ";

    private final Database database;
    private final AuditTrail audit;

    TokenRegistry(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    public Optional<Token> find(SerialNumber serial) {
        return database.read(query -> find(query, serial));
    }

    /** Like find, for callers who know the token must be there. */
    public Token get(SerialNumber serial) {
        return find(serial).orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
    }

    static Token require(Query query, SerialNumber serial) {
        return find(query, serial).orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
    }

    /** An enabled token of this owner and nobody else's. */
    public Optional<Token> findEnabled(User owner, SerialNumber serial) {
        return database.read(query -> findEnabled(query, owner, serial));
    }

    static Optional<Token> find(Query query, SerialNumber serial) {
        return query.find(ALL + "WHERE serial_key = ? AND " + PendingImports.VISIBLE, Token::of, serial.key());
    }

    static Optional<Token> findEnabled(Query query, User owner, SerialNumber serial) {
        return query.find(
                ALL + "WHERE serial_key = ? AND owner_id = ? AND state = 'enabled'",
                Token::of,
                serial.key(),
                owner.id());
    }

    /** Hardware and virtual tokens, ordered by serial number, after the given one. */
    public Page<Token> list(String afterSerial, int limit) {
        return page(
                limit,
                query -> query.list(
                        ALL + "WHERE serial_key > ? AND " + PendingImports.VISIBLE + " ORDER BY serial_key LIMIT ?",
                        Token::of,
                        key(afterSerial),
                        limit + 1));
    }

    /** A user's enabled devices, ordered by serial number. */
    public Page<Token> listEnabled(User owner, String afterSerial, int limit) {
        return page(
                limit,
                query -> query.list(
                        ALL + "WHERE owner_id = ? AND state = 'enabled' AND serial_key > ? ORDER BY serial_key LIMIT ?",
                        Token::of,
                        owner.id(),
                        key(afterSerial),
                        limit + 1));
    }

    /**
     * Refuses who has a device and no good code of one. Asked beforehand so that he hears of nothing else; what changes devices
     * asks again.
     */
    public void requireVouched(User owner, Voucher voucher, Instant now) {
        database.read(query -> {
            voucher.require(query, owner, now);
            return owner;
        });
    }

    /** Whether the user has had the device whose code was shown ever since. */
    public boolean isGood(User owner, Voucher.Code code, Instant now) {
        return database.read(query -> code.isGood(query, owner, now));
    }

    /** Everybody's enabled devices, ordered by serial number. */
    public Page<Token> listEnabled(String afterSerial, int limit) {
        return page(
                limit,
                query -> query.list(
                        ALL + "WHERE state = 'enabled' AND serial_key > ? ORDER BY serial_key LIMIT ?",
                        Token::of,
                        key(afterSerial),
                        limit + 1));
    }

    /** Virtual devices, ordered by ARN. */
    public Page<Token> listVirtual(Assignment assignment, String afterSerial, int limit) {
        return page(
                limit,
                query -> query.list(
                        ALL + "WHERE kind = 'virtual' AND serial_key > ? AND state " + assignment.condition()
                                + " ORDER BY serial_key LIMIT ?",
                        Token::of,
                        key(afterSerial),
                        limit + 1));
    }

    private <T> Page<T> page(int limit, Function<Query, List<T>> rows) {
        return database.read(query -> Page.of(rows.apply(query), limit));
    }

    /** Takes an enabled device from its user: hardware becomes returned, a virtual device unassigned, a temporary one nothing. */
    public void deactivate(Actor actor, User owner, SerialNumber serial) {
        deactivate(actor, owner, serial, new Voucher.NotNeeded());
    }

    /** As above, but refused to the owner himself who has shown no good code of a device he has. */
    public void deactivate(Actor actor, User owner, SerialNumber serial, Voucher voucher) {
        deactivate(actor, owner, serial, voucher, Map.of());
    }

    /** As above, with what the audit trail is to know of the reason. */
    public void deactivate(Actor actor, User owner, SerialNumber serial, String reason) {
        deactivate(actor, owner, serial, new Voucher.NotNeeded(), Map.of("reason", reason));
    }

    private void deactivate(Actor actor, User owner, SerialNumber serial, Voucher voucher, Map<String, String> detail) {
        database.change(tx -> {
            owner.lock(tx);
            voucher.require(tx, owner, tx.now());
            var token =
                    findEnabled(tx, owner, serial).orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
            takeBack(tx, owner, token);
            var all = new HashMap<>(detail);
            all.put("user", owner.id());
            all.put("before", token.state().text());
            all.put(
                    "after",
                    token.expiresAt() == null
                            ? afterDeactivation(token.serial()).text()
                            : "deleted");
            audit.append(tx, actor, AuditAction.DEACTIVATE, token.auditSubject(), all);
            if (token.expiresAt() != null) {
                audit.append(tx, actor, AuditAction.DELETE_VIRTUAL_DEVICE, token.auditSubject(), Map.of());
            }
        });
    }

    /** A temporary device was made for this user and this day: it goes for good, and its seed with it. */
    private static void takeBack(Transaction tx, User owner, Token token) {
        if (token.expiresAt() != null) {
            requireOne(tx.update("DELETE FROM token WHERE id = ? AND state = 'enabled'", token.id()), token);
            TagRows.removeAll(tx, token.id());
            return;
        }
        var sql = "UPDATE token SET state = ?, owner_id = NULL, enabled_at = NULL, to_be_confirmed = 0"
                + " WHERE id = ? AND owner_id = ? AND state = 'enabled'";
        requireOne(tx.update(sql, afterDeactivation(token.serial()).text(), token.id(), owner.id()), token);
        LastChange.note(tx, token.id());
    }

    private static void requireOne(int changed, Token token) {
        if (changed != 1) {
            throw new RegistryRefusal.UnknownToken(token.serial().value());
        }
    }

    private static TokenState afterDeactivation(SerialNumber serial) {
        return switch (serial) {
            case SerialNumber.Hardware _ -> TokenState.RETURNED;
            case SerialNumber.VirtualArn _ -> TokenState.UNASSIGNED;
        };
    }

    /** Ends every pause that wrong codes have brought upon this token. */
    public void unlock(Actor actor, SerialNumber serial) {
        database.change(tx -> {
            var token = require(tx, serial);
            tx.update("UPDATE token SET failures = 0, pause_until = 0 WHERE id = ?", token.id());
            tx.update("DELETE FROM caller_failure WHERE token_id = ?", token.id());
            audit.append(tx, actor, AuditAction.UNLOCK, token.auditSubject(), Map.of());
        });
    }

    /** How many callers who do not own the token have typed so many wrong codes that they pause. */
    public long pausedCallers(Token token, Instant now) {
        return database.read(query -> query.get(
                "SELECT count(*) AS n FROM caller_failure WHERE token_id = ? AND pause_until > ?",
                row -> row.number("n"),
                token.id(),
                now));
    }

    /** What codes have taught about the token's clock, newest first. */
    public List<DriftLesson> lessons(Token token) {
        return database.read(query -> query.list(
                "SELECT * FROM drift_lesson WHERE token_id = ? ORDER BY at DESC, step DESC",
                DriftLesson::of,
                token.id()));
    }

    private static String key(String serial) {
        return serial.toUpperCase(Locale.ROOT);
    }
}
