package fobsmith.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What people do with tokens in the cupboard: set them aside for somebody, lose, find and destroy them. Thread-safe. */
public final class Shelf {
    private static final String NOBODYS =
            "reserved_from = NULL, owner_id = NULL, enabled_at = NULL, to_be_confirmed = 0";

    private final Database database;
    private final AuditTrail audit;

    Shelf(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Answers whether anything changed: what is reserved for him already stays so. */
    public boolean reserve(Actor actor, Reservation reservation) {
        return database.write(tx -> reservation.make(tx, audit, actor));
    }

    /** What was reserved is again what it was before. */
    public void release(Actor actor, SerialNumber serial) {
        database.change(tx -> release(tx, audit, actor, TokenRegistry.require(tx, serial)));
    }

    /** As {@link #release(Actor, SerialNumber)}, unless anything became of the token since it was seen. */
    public void release(Actor actor, Token seen) {
        database.change(tx -> release(tx, audit, actor, requireUnchanged(tx, seen)));
    }

    static void release(Transaction tx, AuditTrail audit, Actor actor, Token token) {
        var before = token.reservedFrom();
        if (before == null) {
            throw new RegistryRefusal.WrongState(token, "only what is reserved can be released");
        }
        move(tx, token, before, NOBODYS);
        audit.append(tx, actor, AuditAction.RELEASE, token.auditSubject(), detail(token, before));
    }

    /** A lost token is nobody's device any more; its seed stays, since it may be found. */
    public void lose(Actor actor, SerialNumber serial, String reason) {
        database.change(tx -> {
            var detail = Map.of("reason", reason);
            act(tx, actor, serial, TokenState.LOST, AuditAction.REPORT_LOST, NOBODYS, detail);
        });
    }

    /** As {@link #lose(Actor, SerialNumber, String)}, unless anything became of the token since it was seen. */
    public void lose(Actor actor, Token seen, String reason) {
        database.change(tx -> {
            requireUnchanged(tx, seen);
            act(tx, actor, seen.serial(), TokenState.LOST, AuditAction.REPORT_LOST, NOBODYS, Map.of("reason", reason));
        });
    }

    /** As above, of somebody's device; refused to the owner himself who has shown no good code of a device he has. */
    public void lose(Actor actor, Token seen, User owner, Voucher voucher, String reason) {
        database.change(tx -> {
            owner.lock(tx);
            voucher.require(tx, owner, tx.now());
            requireUnchanged(tx, seen);
            act(tx, actor, seen.serial(), TokenState.LOST, AuditAction.REPORT_LOST, NOBODYS, Map.of("reason", reason));
        });
    }

    private static Token requireUnchanged(Transaction tx, Token seen) {
        var token = TokenRegistry.require(tx, seen.serial());
        if (token.state() != seen.state() || !Objects.equals(token.ownerId(), seen.ownerId())) {
            throw new RegistryRefusal.WrongState(token, "somebody changed it in the same moment");
        }
        return token;
    }

    /** What was lost is returned, until a check shows that it is still the same. */
    public void recover(Actor actor, SerialNumber serial) {
        database.change(tx -> {
            var token = TokenRegistry.require(tx, serial);
            if (token.state() != TokenState.LOST) {
                throw new RegistryRefusal.WrongState(token, "only what was lost can be found");
            }
            move(tx, token, TokenState.RETURNED, NOBODYS);
            audit.append(tx, actor, AuditAction.REPORT_FOUND, token.auditSubject(), detail(token, TokenState.RETURNED));
        });
    }

    /**
     * Destroys the seed that the registry has, for good; backups made before still have it. Refused while somebody has the
     * token, or a seed is on its way into it.
     */
    public void retire(Actor actor, SerialNumber serial, String reason) {
        database.change(tx -> {
            Journal.requireNoneOpen(tx, serial);
            tx.eraseWhatIsDeleted();
            var columns = NOBODYS + ", sealed_seed = NULL, key_version = NULL";
            var detail = Map.of("reason", reason);
            act(tx, actor, serial, TokenState.RETIRED, AuditAction.RETIRE, columns, detail);
        });
        database.scrub();
    }

    private void act(
            Transaction tx,
            Actor actor,
            SerialNumber serial,
            TokenState to,
            AuditAction action,
            String columns,
            Map<String, String> more) {
        var token = TokenRegistry.require(tx, serial);
        requireFob(token, to);
        move(tx, token, to, columns);
        var detail = detail(token, to);
        detail.putAll(more);
        audit.append(tx, actor, action, token.auditSubject(), detail);
    }

    private static void requireFob(Token token, TokenState to) {
        switch (token.serial()) {
            case SerialNumber.Hardware _ -> {}
            case SerialNumber.VirtualArn _ ->
                throw new RegistryRefusal.WrongState(
                        token, "a virtual device cannot be %s: deactivate and delete it".formatted(to));
        }
    }

    private static void move(Transaction tx, Token token, TokenState to, String columns) {
        if (!token.state().next().contains(to)) {
            throw new RegistryRefusal.WrongState(token, "from there it cannot become %s".formatted(to));
        }
        int changed = tx.update(
                "UPDATE token SET state = ?, " + columns + " WHERE id = ? AND state = ?",
                to.text(),
                token.id(),
                token.state().text());
        if (changed != 1) {
            throw new RegistryRefusal.UnknownToken(token.serial().value());
        }
        LastChange.note(tx, token.id());
    }

    private static Map<String, String> detail(Token token, TokenState after) {
        var detail = new HashMap<String, String>();
        detail.put("before", token.state().text());
        detail.put("after", after.text());
        var owner = token.ownerId();
        if (owner != null) {
            detail.put("user", owner);
        }
        return detail;
    }
}
