package fobsmith.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which audit records are wanted; null wherever anything will do.
 *
 * @param from first moment
 * @param until first moment that is too late
 * @param subject unique id or serial number, case aside
 * @param action as stored: {@code sign-in}
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String subject,
        @Nullable String action) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    private static final String CONDITION = "(? IS NULL OR at >= ?) AND (? IS NULL OR at < ?)"
            + " AND (? IS NULL OR subject = ? COLLATE NOCASE) AND (? IS NULL OR action = ?)";

    /** The newest records that fit, newest first. */
    List<AuditRecord> newest(Query query, String writer, int limit) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(writer);
        for (var wanted : new @Nullable Object[] {from, until, subject, action}) {
            parameters.add(wanted);
            parameters.add(wanted);
        }
        parameters.add(limit);
        return query.list(
                "SELECT * FROM audit_record WHERE writer = ? AND " + CONDITION + " ORDER BY seq DESC LIMIT ?",
                AuditRecord::of,
                parameters.toArray());
    }
}
