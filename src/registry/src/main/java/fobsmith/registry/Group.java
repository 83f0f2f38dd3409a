package fobsmith.registry;

import java.time.Instant;

/**
 * Users who share policies.
 *
 * @param path begins and ends with a slash
 */
public record Group(String id, String name, String path, Instant createdAt) implements PolicyHolder {
    static Group of(Row row) {
        return new Group(row.text("id"), row.text("name"), row.text("path"), row.instant("created_at"));
    }

    @Override
    public Kind kind() {
        return Kind.GROUP;
    }

    /** The group's ARN in this account. */
    public String arn(String account) {
        return "arn:aws:iam::%s:group%s%s".formatted(account, path, name);
    }
}
