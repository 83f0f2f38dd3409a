package fobsmith.iam.operation;

import fobsmith.registry.AccessKey;
import fobsmith.registry.Registry;
import fobsmith.registry.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every user's credentials as CSV, root first: the 22 columns of the IAM User Guide, "Getting credential reports". */
final class CredentialReport {
    private static final List<String> COLUMNS = List.of(
            "user",
            "arn",
            "user_creation_time",
            "password_enabled",
            "password_last_used",
            "password_last_changed",
            "password_next_rotation",
            "mfa_active",
            "access_key_1_active",
            "access_key_1_last_rotated",
            "access_key_1_last_used_date",
            "access_key_1_last_used_region",
            "access_key_1_last_used_service",
            "access_key_2_active",
            "access_key_2_last_rotated",
            "access_key_2_last_used_date",
            "access_key_2_last_used_region",
            "access_key_2_last_used_service",
            "cert_1_active",
            "cert_1_last_rotated",
            "cert_2_active",
            "cert_2_last_rotated");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final String NONE = "N/A";
    /** Far more than anybody may have. */
    private static final int MOST_DEVICES = 100;

    private final Registry registry;

    CredentialReport(Registry registry) {
        this.registry = registry;
    }

    String csv() {
        var lines = new ArrayList<List<String>>(List.of(COLUMNS));
        lines.add(line(registry.users().root()));
        registry.users().all().forEach(user -> lines.add(line(user)));
        return lines.stream().map(CredentialReport::text).collect(Collectors.joining("\n"));
    }

    private List<String> line(User user) {
        var cells = new ArrayList<>(List.of(user.name(), user.arn(registry.accountId()), time(user.createdAt())));
        cells.addAll(
                user.isRoot()
                        ? List.of("not_supported", "no_information", "not_supported", "not_supported")
                        : List.of("false", NONE, NONE, NONE));
        cells.add(Boolean.toString(hasDevice(user)));
        var keys = registry.accessKeys().list(user, "", 2).items();
        for (int i = 0; i < 2; i++) {
            cells.addAll(i < keys.size() ? key(keys.get(i)) : List.of("false", NONE, NONE, NONE, NONE));
        }
        cells.addAll(List.of("false", NONE, "false", NONE));
        return cells;
    }

    private boolean hasDevice(User user) {
        return registry.tokens().listEnabled(user, "", MOST_DEVICES).items().stream()
                .anyMatch(device -> !device.isExpired(registry.now()));
    }

    private static List<String> key(AccessKey key) {
        var use = key.lastUse();
        return List.of(
                Boolean.toString(key.active()),
                time(key.createdAt()),
                use == null ? NONE : time(use.at()),
                use == null ? NONE : use.region(),
                use == null ? NONE : use.service());
    }

    private static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Names may hold commas, and a region is whatever the client wrote. */
    private static String text(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(","));
    }
}
