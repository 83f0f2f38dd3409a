package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
        try (var rig = TestRegistry.copy(folder)) {
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
                "UPDATE audit_record SET mac = (SELECT mac FROM audit_record WHERE seq = 1) WHERE seq = 2",
                // another actor, place, deed or detail
                "UPDATE audit_record SET actor = 'OPERX' WHERE seq = 2",
                "UPDATE audit_record SET host = 'x' WHERE seq = 2",
                "UPDATE audit_record SET action = 'sign-in' WHERE seq = 2",
                "UPDATE audit_record SET detail = '{}' WHERE seq = 2",
                // what moved from one field to the next leaves the text in a row the same
                "UPDATE audit_record SET actor = actor || substr(host, 1, 1), host = substr(host, 2) WHERE seq = 2",
                // two records change places, each with its MAC and with the other's number
                "UPDATE audit_record SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3);"
                        + "UPDATE audit_record SET seq = -seq WHERE seq < 0",
                // the first record again in place of the second: replayed
                "DELETE FROM audit_record WHERE seq = 2;"
                        + "INSERT INTO audit_record (writer, seq, at, actor, host, action, subject, detail, mac)"
                        + " SELECT writer, 2, at, actor, host, action, subject, detail, mac FROM audit_record WHERE seq = 1",
                // one is taken out and all later ones move up
                "DELETE FROM audit_record WHERE seq = 2; UPDATE audit_record SET seq = -seq WHERE seq > 2;"
                        + "UPDATE audit_record SET seq = -seq - 1 WHERE seq < 0"
            })
    void noticesWhatWasChangedRemovedOrReordered(String crime) throws SQLException {
        try (var rig = TestRegistry.copy(folder)) {
            rig.user("bob");
            rig.user("carol");
            rig.user("dave");
            tamper(rig, crime);
            var report = assertInstanceOf(
                    AuditReport.Broken.class, rig.registry.audit().verify());
            assertThat(report.seq()).isEqualTo(2);
        }
    }

    /** A genuine record once more, at the end, under the next number. */
    @Test
    void noticesAReplayedRecord() throws SQLException {
        try (var rig = TestRegistry.copy(folder)) {
            rig.user("bob");
            tamper(
                    rig,
                    "INSERT INTO audit_record (writer, seq, at, actor, host, action, subject, detail, mac)"
                            + " SELECT writer, 4, at, actor, host, action, subject, detail, mac FROM audit_record"
                            + " WHERE seq = 3");
            assertThat(rig.registry.audit().verify())
                    .isEqualTo(new AuditReport.Broken(4, "record 4 was changed or moved"));
        }
    }

    /** With the beginning gone the rest still hangs together; the first record must be the first. */
    @Test
    void noticesThatTheBeginningIsMissing() throws SQLException {
        try (var rig = TestRegistry.copy(folder)) {
            rig.user("bob");
            tamper(rig, "DELETE FROM audit_record WHERE seq = 1");
            assertThat(rig.registry.audit().verify()).isEqualTo(new AuditReport.Broken(1, "record 1 is missing"));
        }
    }

    /** An emptied trail is intact as far as it goes; only an anchor knows better. */
    @Test
    void noticesAnEmptiedTrailByAnAnchor() throws SQLException {
        try (var rig = TestRegistry.copy(folder)) {
            var anchor = rig.registry.audit().head();
            tamper(rig, "DELETE FROM audit_record");
            assertThat(rig.registry.audit().verify())
                    .isInstanceOfSatisfying(
                            AuditReport.Intact.class,
                            report -> assertThat(report.anchored()).isFalse());
            assertThat(rig.registry.audit().verify(List.of(anchor)))
                    .isEqualTo(new AuditReport.Broken(1, "records 1 to 2 are missing at the end"));
        }
    }

    /** An older anchor does not see what was cut off after it, and the report says how far the anchors reach. */
    @Test
    void anAnchorSpeaksOnlyOfWhatWasBeforeIt() throws SQLException {
        try (var rig = TestRegistry.copy(folder)) {
            var older = rig.registry.audit().head();
            rig.user("bob");
            var newer = rig.registry.audit().head();
            tamper(rig, "DELETE FROM audit_record WHERE seq = 3");
            assertThat(rig.registry.audit().verify(List.of(older))).isInstanceOf(AuditReport.Intact.class);
            assertThat(rig.registry.audit().verify(List.of(newer, older))).isInstanceOf(AuditReport.Broken.class);
        }
    }

    private static void tamper(TestRegistry rig, String crime) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + rig.file());
                var statement = connection.createStatement()) {
            statement.executeUpdate(crime);
        }
    }

    /** Nothing inside the registry shows that the end is missing; a head kept outside does. */
    @Test
    void noticesATruncatedTrailByAnAnchor() throws SQLException {
        try (var rig = TestRegistry.copy(folder)) {
            rig.user("bob");
            var anchor = rig.registry.audit().head();
            var anchored = assertInstanceOf(
                    AuditReport.Intact.class, rig.registry.audit().verify(List.of(anchor)));
            assertThat(anchored.anchored()).isTrue();
            tamper(rig, "DELETE FROM audit_record WHERE seq = 3");
            assertThat(rig.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
            assertThat(rig.registry.audit().verify(List.of(anchor)))
                    .isEqualTo(new AuditReport.Broken(3, "records 3 to 3 are missing at the end"));
        }
    }

    /** A copy from before, on which work went on: each record of it is genuine. */
    @Test
    void noticesARegistryThatWasRolledBackByAnAnchor() throws IOException {
        try (var rig = new TestRegistry(folder)) {
            rig.registry.close();
            var older = Files.copy(rig.file(), folder.resolve("older.db"));
            AuditHead anchor;
            try (var first = rig.openAgain()) {
                first.users().create(rig.console, "bob", "/", false);
                anchor = first.audit().head();
            }
            Files.copy(older, rig.file(), StandardCopyOption.REPLACE_EXISTING);
            try (var again = rig.openAgain()) {
                again.users().create(rig.console, "eve", "/", false);
                var anchoredAgain = again.audit().head();
                again.users().create(rig.console, "carol", "/", false);
                assertThat(again.audit().verify()).isInstanceOf(AuditReport.Intact.class);
                for (var anchors : List.of(List.of(anchor), List.of(anchor, anchoredAgain))) {
                    assertThat(again.audit().verify(anchors))
                            .isEqualTo(new AuditReport.Broken(
                                    3, "record 3 is not the one an anchor has seen: the registry was rolled back"));
                }
            }
        }
    }

    /** Its numbers and MACs say nothing of this one. */
    @Test
    void refusesAnAnchorOfAnotherTrail() {
        try (var rig = TestRegistry.copy(folder)) {
            var head = rig.registry.audit().head();
            var stations = new AuditHead(AuditTrail.STATION, head.seq(), head.mac());
            assertThatThrownBy(() -> rig.registry.audit().verify(List.of(head, stations)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an anchor is of the trail of a station, this is the trail of a registry");
        }
    }

    @Test
    void saysHowThingsStoodBeforeAndAfter() {
        try (var rig = TestRegistry.copy(folder)) {
            var audit = rig.registry.audit();
            var bob = rig.registry.users().update(rig.console, rig.user("bob"), "bob", "/staff/");
            assertThat(audit.newest(1).getFirst().detail()).contains("\"before\":\"/\"", "\"after\":\"/staff/\"");
            var fob = rig.fob("GAHT12345678");
            rig.registry.typedCodes().enable(rig.console, bob, fob, rig.pair(fob, 0));
            assertThat(audit.newest(1).getFirst().detail())
                    .contains("\"before\":\"imported\"", "\"after\":\"enabled\"", "\"driftMsBefore\":\"0\"");
            rig.registry.tokens().deactivate(rig.console, bob, fob);
            assertThat(audit.newest(1).getFirst().detail())
                    .contains("\"before\":\"enabled\"", "\"after\":\"returned\"");
        }
    }

    @Test
    void findsRecordsByTimeSubjectAndAction() {
        try (var rig = TestRegistry.copy(folder)) {
            var bob = rig.user("bob");
            rig.clock.turn(Duration.ofHours(1));
            var noon = rig.clock.instant();
            rig.user("carol");
            rig.registry.users().delete(rig.console, bob);
            var audit = rig.registry.audit();
            assertThat(audit.newest(new AuditFilter(null, null, bob.id(), null), 10))
                    .extracting(AuditRecord::action)
                    .containsExactly("delete-user", "create-user");
            assertThat(audit.newest(new AuditFilter(noon, null, null, "create-user"), 10))
                    .hasSize(1);
            assertThat(audit.newest(new AuditFilter(null, noon, null, null), 10))
                    .extracting(AuditRecord::seq)
                    .containsExactly(3L, 2L, 1L);
            assertThat(audit.newest(AuditFilter.ALL, 3)).hasSize(3);
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
