package fobsmith.registry;

import java.util.Map;

/**
 * Another seed for a token that the registry has: nothing that was learned of the old one is true of the new one, whose
 * counter and drift are what its file says.
 */
record Replacement(String tokenId) {
    /** Which tokens may be given another seed by a file. */
    private static final String FREE = "state IN ('imported', 'proven', 'reserved')";

    static Replacement of(Row row) {
        return new Replacement(row.text("id"));
    }

    static void requireAllowed(Token token) {
        switch (token.state()) {
            case IMPORTED, PROVEN, RESERVED -> {}
            case WRITING, ENABLED, RETURNED, LOST, RETIRED, VOID, UNASSIGNED ->
                throw new RegistryRefusal.WrongState(token, "only free stock is given another seed by a file");
        }
    }

    void make(Transaction tx, AuditTrail audit, Actor actor, String importId, String reason) {
        var token = tx.get("SELECT * FROM token WHERE id = ?", Token::of, tokenId);
        int changed = tx.update(
                "UPDATE token SET (manufacturer, model, otp, algorithm, digits, step_seconds, sealed_seed, key_version,"
                        + " next_step, drift_ms) = (SELECT manufacturer, model, otp, algorithm, digits, step_seconds,"
                        + " sealed_seed, key_version, next_step, drift_ms"
                        + " FROM staged_token WHERE import_id = ? AND staged_token.id = token.id),"
                        + " state = CASE state WHEN 'reserved' THEN 'reserved' ELSE 'imported' END,"
                        + " reserved_from = CASE state WHEN 'reserved' THEN 'imported' ELSE NULL END,"
                        + " import_id = ?, seed_version = seed_version + 1,"
                        + " learned_at = NULL, accepted_at = NULL, suspect = 0, failures = 0, pause_until = 0"
                        + " WHERE id = ? AND " + FREE,
                importId,
                importId,
                tokenId);
        if (changed != 1) {
            requireAllowed(token);
        }
        LastChange.note(tx, tokenId);
        tx.update("DELETE FROM caller_failure WHERE token_id = ?", tokenId);
        var detail = Map.of(
                "reason", reason, "import", importId, "before", token.state().text());
        audit.append(tx, actor, AuditAction.REPLACE_SEED, token.auditSubject(), detail);
    }
}
