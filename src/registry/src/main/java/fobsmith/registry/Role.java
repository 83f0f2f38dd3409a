package fobsmith.registry;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What users may become for a while.
 *
 * @param path begins and ends with a slash
 * @param trustPolicy who may; the registry keeps the text, what it means is IAM's business
 * @param longestSession what AssumeRole gives at most
 */
public record Role(
        String id,
        String name,
        String path,
        String trustPolicy,
        @Nullable String description,
        Duration longestSession,
        Instant createdAt)
        implements PolicyHolder {

    static Role of(Row row) {
        return new Role(
                row.text("id"),
                row.text("name"),
                row.text("path"),
                row.text("trust_policy"),
                row.textOrNull("description"),
                Duration.ofSeconds(row.number("max_session_seconds")),
                row.instant("created_at"));
    }

    @Override
    public Kind kind() {
        return Kind.ROLE;
    }

    /** The role's ARN in this account. */
    public String arn(String account) {
        return "arn:aws:iam::%s:role%s%s".formatted(account, path, name);
    }
}
