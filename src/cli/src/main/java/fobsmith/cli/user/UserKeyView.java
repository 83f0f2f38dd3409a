package fobsmith.cli.user;

import fobsmith.registry.AccessKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An access key as commands print it. */
record UserKeyView(
        String accessKeyId,
        boolean active,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedService) {
    static final List<String> HEADINGS = List.of("KEY", "STATUS", "CREATED", "LAST USED", "FOR");

    static UserKeyView of(AccessKey key) {
        var use = key.lastUse();
        return new UserKeyView(
                key.id(),
                key.active(),
                key.createdAt(),
                use == null ? null : use.at(),
                use == null ? null : use.service());
    }

    List<String> cells() {
        return List.of(
                accessKeyId,
                active ? "active" : "inactive",
                createdAt.toString(),
                lastUsedAt == null ? "-" : lastUsedAt.toString(),
                lastUsedService == null ? "-" : lastUsedService);
    }
}
