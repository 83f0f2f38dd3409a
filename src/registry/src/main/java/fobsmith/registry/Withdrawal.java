package fobsmith.registry;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hardware token leaves the way from stock to user, for a while or for good. */
record Withdrawal(SerialNumber serial, TokenState next, AuditAction action) {

    /** The token as it was. */
    Token make(Transaction tx, AuditTrail audit, Actor actor) {
        var token = TokenRegistry.find(tx, serial).orElseThrow(() -> new RegistryRefusal.UnknownToken(serial.value()));
        requireAllowed(token);
        var seedGoes = next == TokenState.RETIRED ? ", sealed_seed = NULL, key_version = NULL" : "";
        tx.update(
                "UPDATE token SET state = ?, owner_id = NULL, enabled_at = NULL, reserved_from = NULL,"
                        + " to_be_confirmed = 0" + seedGoes + " WHERE id = ?",
                next.text(),
                token.id());
        audit.append(tx, actor, action, token.auditSubject(), detail(token, token.ownerId()));
        return token;
    }

    private void requireAllowed(Token token) {
        switch (serial) {
            case SerialNumber.VirtualArn _ ->
                throw new RegistryRefusal.WrongState(token, "a virtual device is deactivated and deleted");
            case SerialNumber.Hardware _ -> {
                if (!token.state().next().contains(next)) {
                    throw new RegistryRefusal.WrongState(token, "it cannot become " + next);
                }
            }
        }
    }

    private Map<String, String> detail(Token token, @Nullable String owner) {
        var detail = new HashMap<>(Map.of("before", token.state().text(), "after", next.text()));
        if (owner != null) {
            detail.put("user", owner);
        }
        return detail;
    }
}
