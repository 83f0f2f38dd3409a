package fobsmith.registry;

import fobsmith.oath.Verification;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an attempt does to the row it ends in. */
final class WrittenRow {
    private WrittenRow() {}

    /** The row of this serial, if there is one, and it is stock that may be written. */
    static Optional<Token> requireWritable(Query query, SerialNumber serial) {
        var known = TokenRegistry.find(query, serial);
        known.filter(token -> !token.state().next().contains(TokenState.WRITING))
                .ifPresent(token -> {
                    throw new RegistryRefusal.WrongState(token, "only stock that nobody has can be given a seed");
                });
        KnownToken.requireFree(query, serial);
        return known;
    }

    /**
     * The row is writing, without a seed; made where it was not there.
     *
     * @throws RegistryRefusal.AttemptElsewhere where a row has appeared since the attempt was opened, or is another token's
     */
    static void begin(Transaction tx, Attempt attempt) {
        var known = requireWritable(tx, attempt.serial());
        if (known.isEmpty()) {
            insert(tx, attempt);
        } else {
            Journal.requireOpen(attempt, update(tx, attempt));
        }
    }

    private static int update(Transaction tx, Attempt attempt) {
        var columns = ProfileColumns.of(attempt.profile());
        return tx.update(
                "UPDATE token SET state = 'writing', sealed_seed = NULL, key_version = NULL, physical_id = ?,"
                        + " manufacturer = (SELECT manufacturer FROM physical_token WHERE id = ?),"
                        + " model = (SELECT model FROM physical_token WHERE id = ?),"
                        + " otp = ?, algorithm = ?, digits = ?, step_seconds = ?"
                        + " WHERE id = ? AND (physical_id IS NULL OR physical_id = ?)",
                attempt.physicalId(),
                attempt.physicalId(),
                attempt.physicalId(),
                columns.otp(),
                columns.algorithm(),
                columns.digits(),
                columns.stepSeconds(),
                attempt.tokenId(),
                attempt.physicalId());
    }

    private static void insert(Transaction tx, Attempt attempt) {
        tx.find(
                        "SELECT id FROM token WHERE serial_key = ?",
                        row -> row.text("id"),
                        attempt.serial().key())
                .ifPresent(_ -> {
                    throw new RegistryRefusal.TokenExists(
                            attempt.serial(),
                            ", in an import that has not ended: import that file again,"
                                    + " or give it up with \"fobsmith token import --abandon\"");
                });
        var columns = ProfileColumns.of(attempt.profile());
        tx.update(
                "INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, physical_id, otp, algorithm,"
                        + " digits, step_seconds, state, seed_version, next_step, drift_ms, suspect, failures,"
                        + " pause_until, created_at)"
                        + " SELECT ?, ?, ?, 'hardware', manufacturer, model, id, ?, ?, ?, ?, 'writing', 0, 0, 0, 0, 0, 0, ?"
                        + " FROM physical_token WHERE id = ?",
                attempt.tokenId(),
                attempt.serial().value(),
                attempt.serial().key(),
                columns.otp(),
                columns.algorithm(),
                columns.digits(),
                columns.stepSeconds(),
                tx.now(),
                attempt.physicalId());
    }

    /**
     * The one clock of the token was set: what was known of it for its other profiles is true no more. Their next steps stay,
     * or a code could pass twice.
     */
    static int setClockOfSiblings(Transaction tx, Attempt attempt, long errorMillis, Instant at) {
        return tx.update(
                "UPDATE token SET drift_ms = ?, learned_at = ?, suspect = 0 WHERE physical_id = ? AND id <> ?",
                errorMillis,
                at,
                attempt.physicalId(),
                attempt.tokenId());
    }

    /** As above, of an earlier time: what was learned since stays. */
    static void setClockOfSiblingsThen(Transaction tx, Attempt attempt, long errorMillis, Instant at) {
        tx.update(
                "UPDATE token SET drift_ms = ?, learned_at = ?, suspect = 0 WHERE physical_id = ? AND id <> ?"
                        + " AND (learned_at IS NULL OR learned_at < ?)",
                errorMillis,
                at,
                attempt.physicalId(),
                attempt.tokenId(),
                at);
    }

    /**
     * The seed of the attempt becomes the row's, and what was known of an earlier one is forgotten.
     *
     * @param sealed null at a station, which keeps none
     * @param at when the codes were typed
     */
    static void prove(
            Transaction tx, Attempt attempt, @Nullable SealedSeed sealed, Verification.Accepted accepted, Instant at) {
        int changed = tx.update(
                "UPDATE token SET state = 'proven', sealed_seed = ?, key_version = ?, seed_version = seed_version + 1,"
                        + " next_step = ?, drift_ms = ?, learned_at = ?, accepted_at = ?, suspect = ?, failures = 0,"
                        + " pause_until = 0 WHERE id = ? AND state = 'writing'",
                sealed == null ? null : sealed.bytes(),
                sealed == null ? null : sealed.keyVersion(),
                accepted.nextStep(),
                accepted.driftMillis(),
                at,
                at,
                accepted.suspect(),
                attempt.tokenId());
        Journal.requireOpen(attempt, changed);
        tx.update("DELETE FROM caller_failure WHERE token_id = ?", attempt.tokenId());
    }

    /** Whatever the token carries now, it must be written again. False where it had not been touched. */
    static boolean spoil(Transaction tx, Attempt attempt) {
        return tx.update("UPDATE token SET state = 'void' WHERE id = ? AND state = 'writing'", attempt.tokenId()) == 1;
    }
}
