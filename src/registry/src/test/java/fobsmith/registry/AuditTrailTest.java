package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailTest {
    @TempDir
    Path folder;

    @Test
    void recordsEachChangeInTheSameTransaction() {
        try (var rig = new TestRegistry(folder)) {
            var bob = rig.user("bob");
            var newest = rig.registry.audit().newest(1).getFirst();
            assertThat(newest.action()).isEqualTo("create-user");
            assertThat(newest.subject()).isEqualTo(bob.id());
            assertThat(newest.actor()).isEqualTo(rig.console.id()).startsWith("OPER");
            assertThat(rig.registry.names().find(newest.actor())).contains("tester");
        }
    }

    @Test
    void namesNobody() {
        try (var rig = new TestRegistry(folder)) {
            rig.user("bob-the-builder");
            assertThat(rig.registry.audit().newest(100))
                    .allSatisfy(deed -> assertThat(deed.toString()).doesNotContain("bob-the-builder", "tester"));
        }
    }

    @Test
    void isIntactAsLongAsNobodyTouchesIt() {
        try (var rig = new TestRegistry(folder);
                var other = rig.openAgain()) {
            rig.user("bob");
            other.users().create(rig.console, "eve", "/", false);
            rig.user("carol");
            var report = assertInstanceOf(
                    AuditReport.Intact.class, rig.registry.audit().verify());
            assertThat(report.records()).isEqualTo(5);
            assertThat(report.headMac()).hasSize(64);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_record SET subject = 'x' WHERE seq = 2",
                "UPDATE audit_record SET at = at + 1 WHERE seq = 2",
                "DELETE FROM audit_record WHERE seq = 2",
                "UPDATE audit_record SET seq = CASE seq WHEN 2 THEN 103 ELSE 102 END WHERE seq IN (2, 3)",
                "UPDATE audit_record SET mac = (SELECT mac FROM audit_record WHERE seq = 1) WHERE seq = 2"
            })
    void noticesWhatWasChangedRemovedOrReordered(String crime) throws SQLException {
        try (var rig = new TestRegistry(folder)) {
            rig.user("bob");
            rig.user("carol");
            rig.user("dave");
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                    var statement = connection.createStatement()) {
                statement.executeUpdate(crime);
            }
            var report = assertInstanceOf(
                    AuditReport.Broken.class, rig.registry.audit().verify());
            assertThat(report.seq()).isEqualTo(2);
        }
    }

    /** Each record is genuine, and its number is right; only the chain tells that it belongs to another history. */
    @Test
    void noticesARecordFromAnotherHistoryOfTheSameRegistry() throws IOException, SQLException {
        try (var rig = new TestRegistry(folder)) {
            rig.registry.close();
            var other = Files.copy(rig.file(), folder.resolve("restored.db"));
            try (var first = rig.openAgain()) {
                first.users().create(rig.console, "bob", "/", false);
                first.users().create(rig.console, "carol", "/", false);
            }
            try (var key = RegistryKey.KeyFile.read(rig.keyFile());
                    var second = Registry.open(other, key, rig.clock, new SecureRandom())) {
                second.users().create(rig.console, "eve", "/", false);
            }
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                    var statement = connection.createStatement()) {
                statement.execute("ATTACH DATABASE '%s' AS restored".formatted(other));
                statement.execute("REPLACE INTO audit_record SELECT * FROM restored.audit_record WHERE seq = 3");
            }
            try (var again = rig.openAgain()) {
                var report =
                        assertInstanceOf(AuditReport.Broken.class, again.audit().verify());
                assertThat(report.seq()).isEqualTo(4);
            }
        }
    }
}
