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
}
