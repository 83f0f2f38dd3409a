package fobsmith.registry;

import fobsmith.oath.Verification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What accepted codes do to a token's row.
 *
 * @param learned whether the drift counts as learned just now
 */
record Lesson(Token token, Deed deed, Verification.Accepted accepted, long driftMillis, boolean learned) {

    /** Two codes always teach; one teaches if it moved the drift; nothing is learned across a correction of our clock. */
    static Lesson of(Token token, Deed deed, Verification.Accepted accepted, boolean sameClock) {
        long known = token.clock().driftMillis();
        boolean learned = sameClock && (deed.codes() == 2 || accepted.driftMillis() != known);
        return new Lesson(token, deed, accepted, learned ? accepted.driftMillis() : known, learned);
    }

    /**
     * Consumes the codes, remembers the drift, ends the row of wrong codes and moves the token to its new standing, in one
     * statement that changes no row if anybody was faster. False then.
     */
    boolean compareAndSet(Transaction tx, Standing after) {
        requireAllowed(after.state());
        int changed = tx.update(
                "UPDATE token SET next_step = ?, drift_ms = ?, learned_at = ?, accepted_at = ?, suspect = ?,"
                        + " failures = 0, pause_until = 0, to_be_confirmed = 0, state = ?, owner_id = ?, enabled_at = ?, reserved_from = ?"
                        + " WHERE id = ? AND owner_id IS NOT DISTINCT FROM ? AND state = ? AND seed_version = ?"
                        + " AND next_step <= ? AND drift_ms = ? AND learned_at IS NOT DISTINCT FROM ?",
                accepted.nextStep(),
                driftMillis,
                learnedAt(tx),
                tx.now(),
                learned ? accepted.suspect() : token.suspect(),
                after.state().text(),
                after.ownerId(),
                after.enabledAt(),
                after.reservedFrom() == null ? null : after.reservedFrom().text(),
                token.id(),
                token.ownerId(),
                token.state().text(),
                token.seedVersion(),
                accepted.step() - deed.codes() + 1,
                token.clock().driftMillis(),
                token.clock().learnedAt());
        return changed == 1;
    }

    private void requireAllowed(TokenState next) {
        if (next != token.state() && !token.state().next().contains(next)) {
            throw new IllegalStateException("a token cannot go from %s to %s".formatted(token.state(), next));
        }
    }

    private @Nullable Instant learnedAt(Transaction tx) {
        return learned ? tx.now() : token.clock().learnedAt();
    }

    /** The line in the token's drift history. */
    void record(Transaction tx) {
        if (learned) {
            new DriftLesson(
                            tx.now(),
                            deed.action().text(),
                            accepted.step(),
                            accepted.offset(),
                            driftMillis,
                            accepted.suspect())
                    .insert(tx, token.id(), token.seedVersion());
        }
    }
}
