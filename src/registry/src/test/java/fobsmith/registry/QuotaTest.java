package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The quotas of an account, from the IAM User Guide, "IAM and AWS STS quotas". */
class QuotaTest extends RiggedTest {
    /** Rows that nobody has to look at are made in one go. */
    private void fill(int count, String insert) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(numbers(count) + insert)).isEqualTo(count);
        }
    }

    private static String numbers(int count) {
        return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ".formatted(count);
    }

    private static void isRefused(ThrowingCallable creation, String quota, int limit) {
        assertThatThrownBy(creation).isInstanceOfSatisfying(RegistryRefusal.QuotaExceeded.class, refusal -> {
            assertThat(refusal.quota()).isEqualTo(quota);
            assertThat(refusal.limit()).isEqualTo(limit);
        });
    }

    /** The administrator is one of them, root is none. */
    @Test
    void anAccountHasFiveThousandUsers() throws SQLException {
        fill(
                4998,
                "INSERT INTO iam_user (id, name, name_key, path, created_at, sessions_valid_from)"
                        + " SELECT 'u' || i, 'u' || i, 'u' || i, '/', 0, 0 FROM n");
        rig.user("last");
        isRefused(() -> rig.user("more"), "UsersPerAccount", 5000);
    }

    @Test
    void anAccountHasThreeHundredGroups() throws SQLException {
        fill(
                299,
                "INSERT INTO iam_group (id, name, name_key, path, created_at)"
                        + " SELECT 'g' || i, 'g' || i, 'g' || i, '/', 0 FROM n");
        rig.registry.groups().create(rig.console, "last", "/");
        isRefused(() -> rig.registry.groups().create(rig.console, "more", "/"), "GroupsPerAccount", 300);
    }

    @Test
    void anAccountHasAThousandRoles() throws SQLException {
        fill(
                999,
                "INSERT INTO iam_role (id, name, name_key, path, trust_policy, max_session_seconds, created_at)"
                        + " SELECT 'r' || i, 'r' || i, 'r' || i, '/', '{}', 3600, 0 FROM n");
        createRole("last");
        isRefused(() -> createRole("more"), "RolesPerAccount", 1000);
    }

    private void createRole(String name) {
        var draft = new Roles.Draft(name, "/", "{}", null, Duration.ofHours(1), List.of());
        rig.registry.roles().create(rig.console, draft);
    }

    @Test
    void anAccountHasFiveThousandVirtualDevices() throws SQLException {
        fill(
                4999,
                "INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, otp, algorithm, digits,"
                        + " step_seconds, state, seed_version, next_step, drift_ms, suspect, failures, pause_until, created_at)"
                        + " SELECT 't' || i, 't' || i, 'T' || i, 'virtual', '', 'virtual', 'totp', 'SHA1', 6, 30, 'unassigned',"
                        + " 1, 0, 0, 0, 0, 0, 0 FROM n");
        createDevice("last");
        isRefused(() -> createDevice("more"), "VirtualMFADevicesPerAccount", 5000);
    }

    private void createDevice(String name) {
        try (var seed = rig.registry.identifiers().seed()) {
            var arn = new SerialNumber.VirtualArn(TestRegistry.ACCOUNT, "/", name);
            rig.registry.virtualDevices().create(rig.console, arn, seed, List.of());
        }
    }
}
