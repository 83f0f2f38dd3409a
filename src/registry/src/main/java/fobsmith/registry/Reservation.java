package fobsmith.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A token that is to be set aside for a user. */
public record Reservation(SerialNumber serial, User user) {

    /** Answers whether anything changed: what is reserved for him already stays so. */
    boolean make(Transaction tx, AuditTrail audit, Actor actor) {
        return make(tx, audit, actor, new HashSet<>());
    }

    /** Answers how many of them changed anything. */
    static int makeAll(Transaction tx, AuditTrail audit, Actor actor, List<Reservation> reservations) {
        var locked = new HashSet<User>();
        return (int) reservations.stream()
                .filter(reservation -> reservation.make(tx, audit, actor, locked))
                .count();
    }

    /** A user is locked once: the database looks at all that is his each time. */
    private boolean make(Transaction tx, AuditTrail audit, Actor actor, Set<User> locked) {
        var token = TokenRegistry.require(tx, serial);
        if (token.state() == TokenState.RESERVED && user.id().equals(token.ownerId())) {
            return false;
        }
        if (!token.state().next().contains(TokenState.RESERVED)) {
            throw new RegistryRefusal.WrongState(token, "only free stock can be reserved");
        }
        if (locked.add(user)) {
            user.lock(tx);
        }
        tx.update(
                "UPDATE token SET state = 'reserved', reserved_from = state, owner_id = ? WHERE id = ?",
                user.id(),
                token.id());
        audit.append(tx, actor, AuditAction.RESERVE, token.auditSubject(), detail(token));
        return true;
    }

    private Map<String, String> detail(Token before) {
        return Map.of("user", user.id(), "before", before.state().text(), "after", TokenState.RESERVED.text());
    }
}
