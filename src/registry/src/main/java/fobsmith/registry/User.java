package fobsmith.registry;

import java.time.Instant;

/**
 * An IAM user, or root.
 *
 * @param path begins and ends with a slash
 * @param sessionsValidFrom sessions issued before this are refused
 */
public record User(String id, String name, String path, Instant createdAt, Instant sessionsValidFrom)
        implements PolicyHolder {
    /** The name of root, as in credential reports; no request can spell it. */
    static final String ROOT = "<root_account>";

    static User of(Row row) {
        return new User(
                row.text("id"),
                row.text("name"),
                row.text("path"),
                row.instant("created_at"),
                row.instant("sessions_valid_from"));
    }

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    /** Root's unique id is the account's. */
    public boolean isRoot() {
        return name.equals(ROOT);
    }

    /** The user's ARN in this account. */
    public String arn(String account) {
        return isRoot()
                ? "arn:aws:iam::%s:root".formatted(account)
                : "arn:aws:iam::%s:user%s%s".formatted(account, path, name);
    }
}
