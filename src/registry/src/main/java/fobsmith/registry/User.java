package fobsmith.registry;

import java.time.Instant;

/**
 * An IAM user.
 *
 * @param path begins and ends with a slash
 * @param administrator may do everything; others, until policies exist, may read themselves and sign in
 * @param sessionsValidFrom sessions issued before this are refused
 */
public record User(
        String id, String name, String path, boolean administrator, Instant createdAt, Instant sessionsValidFrom) {

    static User of(Row row) {
        return new User(
                row.text("id"),
                row.text("name"),
                row.text("path"),
                row.flag("administrator"),
                row.instant("created_at"),
                row.instant("sessions_valid_from"));
    }

    /** The user's ARN in this account. */
    public String arn(String account) {
        return "arn:aws:iam::%s:user%s%s".formatted(account, path, name);
    }
}
