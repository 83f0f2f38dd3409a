package fobsmith.registry;

import java.time.Instant;

/** A user's long-term access key, without its secret. */
public record AccessKey(String id, String userId, boolean active, Instant createdAt) {
    static AccessKey of(Row row) {
        return new AccessKey(row.text("id"), row.text("user_id"), row.flag("active"), row.instant("created_at"));
    }
}
