package fobsmith.registry;

import java.util.Map;

/** A token that is to be set aside for a user. */
public record Reservation(SerialNumber serial, User user) {

    /** Answers whether anything changed: what is reserved for him already stays so. */
    boolean make(Transaction tx, AuditTrail audit, Actor actor) {
        var token = TokenRegistry.require(tx, serial);
        if (token.state() == TokenState.RESERVED && user.id().equals(token.ownerId())) {
            return false;
        }
        if (!token.state().next().contains(TokenState.RESERVED)) {
            throw new RegistryRefusal.WrongState(token, "only free stock can be reserved");
        }
        user.lock(tx);
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
