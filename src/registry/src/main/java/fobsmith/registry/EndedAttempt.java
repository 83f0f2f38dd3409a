package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** An attempt that began and ended at a station: the journal here has it from its end on, without a seed. */
final class EndedAttempt {
    private EndedAttempt() {}

    static Instant endedAt(Attempt attempt) {
        return requireNonNull(attempt.endedAt(), () -> "attempt %s has not ended".formatted(attempt.id()));
    }

    static void insert(Transaction tx, Attempt attempt) {
        var columns = ProfileColumns.of(attempt.profile());
        tx.update(
                "INSERT INTO attempt (id, seq, token_id, physical_id, slot, serial, serial_key, otp, algorithm, digits,"
                        + " step_seconds, stage, clock_error_ms, clock_set_at, reason, started_at, ended_at) VALUES"
                        + " (?, (SELECT coalesce(max(seq), 0) + 1 FROM attempt), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                attempt.id(),
                attempt.tokenId(),
                attempt.physicalId(),
                attempt.slot(),
                attempt.serial().value(),
                attempt.serial().key(),
                columns.otp(),
                columns.algorithm(),
                columns.digits(),
                columns.stepSeconds(),
                attempt.stage().text(),
                attempt.clockErrorMillis(),
                attempt.clockSetAt(),
                attempt.reason(),
                attempt.startedAt(),
                endedAt(attempt));
    }
}
