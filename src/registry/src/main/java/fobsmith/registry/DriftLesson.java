package fobsmith.registry;

import fobsmith.oath.Offset;
import java.time.Instant;

/** One thing learned about a token's clock: what the code proved, and the drift remembered from it. */
public record DriftLesson(Instant at, String taughtBy, long step, Offset offset, long driftMillis, boolean suspect) {
    static DriftLesson of(Row row) {
        return new DriftLesson(
                row.instant("at"),
                row.text("taught_by"),
                row.number("step"),
                new Offset(row.number("earliest_ms"), row.number("latest_ms")),
                row.number("drift_ms"),
                row.flag("suspect"));
    }

    /** The line in the token's drift history. */
    void insert(Transaction tx, String tokenId, int seedVersion) {
        tx.update(
                "INSERT INTO drift_lesson (token_id, seed_version, step, taught_by, at, earliest_ms, latest_ms, drift_ms,"
                        + " suspect) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tokenId,
                seedVersion,
                step,
                taughtBy,
                at,
                offset.earliestMillis(),
                offset.latestMillis(),
                driftMillis,
                suspect);
    }
}
