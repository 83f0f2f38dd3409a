package fobsmith.registry;

import java.util.List;
import java.util.Map;

/**
 * The seeds of an import for tokens that the registry has with others: nothing that was learned of an old one is true of the
 * new one, whose counter and drift are what its file says. All of them change in one transaction, for which others wait:
 * {@link OneMoment} says how many these may be, and the rows are changed by few statements.
 */
record Replacement(AuditTrail audit, Actor actor, String importId, String reason) {
    /** So many tokens are held in memory. */
    private static final int SLICE = 200;

    private static final String STAGED = "FROM staged_token WHERE staged_token.import_id = ?";

    /** Which tokens may be given another seed by a file. */
    static void requireAllowed(Token token) {
        switch (token.state()) {
            case IMPORTED, PROVEN, RESERVED -> {}
            case RETIRED ->
                throw new RegistryRefusal.WrongState(
                        token, "it is never given a seed again: take it out of the file, or import without --replace");
            case WRITING, ENABLED, RETURNED, LOST, VOID, UNASSIGNED ->
                throw new RegistryRefusal.WrongState(token, "only free stock is given another seed by a file");
        }
    }

    void make(Transaction tx) {
        record(tx);
        tx.update(
                "UPDATE token SET manufacturer = s.manufacturer, model = s.model, otp = s.otp, algorithm = s.algorithm,"
                        + " digits = s.digits, step_seconds = s.step_seconds, sealed_seed = s.sealed_seed,"
                        + " key_version = s.key_version, next_step = s.next_step, drift_ms = s.drift_ms,"
                        + " state = CASE state WHEN 'reserved' THEN 'reserved' ELSE 'imported' END,"
                        + " reserved_from = CASE state WHEN 'reserved' THEN 'imported' ELSE NULL END,"
                        + " import_id = s.import_id, seed_version = seed_version + 1,"
                        + " learned_at = NULL, accepted_at = NULL, suspect = 0, failures = 0, pause_until = 0,"
                        + " changed_at = ?, changed_by = NULL"
                        + " FROM staged_token s"
                        + " WHERE s.import_id = ? AND token.serial_key = s.serial_key AND token.id = s.id",
                tx.now(),
                importId);
        tx.update("DELETE FROM caller_failure WHERE token_id IN (SELECT id " + STAGED + ")", importId);
    }

    /** One record for each token, of how it stood before. */
    private void record(Transaction tx) {
        var slice = after(tx, "");
        while (!slice.isEmpty()) {
            slice.forEach(token -> record(tx, token));
            slice = after(tx, slice.getLast().serial().key());
        }
    }

    private static final String STANDING = "SELECT token.* FROM staged_token s JOIN token ON"
            + " token.serial_key = s.serial_key AND token.id = s.id"
            + " WHERE s.import_id = ? AND s.serial_key > ? ORDER BY s.serial_key LIMIT " + SLICE;

    private List<Token> after(Transaction tx, String serialKey) {
        return tx.list(STANDING, Token::of, importId, serialKey);
    }

    private void record(Transaction tx, Token token) {
        requireAllowed(token);
        var detail = Map.of(
                "reason", reason, "import", importId, "before", token.state().text());
        audit.append(tx, actor, AuditAction.REPLACE_SEED, token.auditSubject(), detail);
    }
}
