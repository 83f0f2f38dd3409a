package fobsmith.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's long-term access key, without its secret.
 *
 * @param lastUse null before the first one
 */
public record AccessKey(
        String id,
        String userId,
        boolean active,
        Instant createdAt,
        @Nullable Use lastUse) {

    /** When a request was signed with it, for which service, and with which region in its scope. */
    public record Use(Instant at, String service, String region) {}

    static AccessKey of(Row row) {
        return new AccessKey(
                row.text("id"), row.text("user_id"), row.flag("active"), row.instant("created_at"), use(row));
    }

    private static @Nullable Use use(Row row) {
        var at = row.instantOrNull("last_used_at");
        return at == null ? null : new Use(at, row.text("last_used_service"), row.text("last_used_region"));
    }
}
