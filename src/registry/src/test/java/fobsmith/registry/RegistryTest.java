package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.HandTurnedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    @TempDir
    Path folder;

    @Test
    void opensAgainWithItsKey() {
        try (var rig = new TestRegistry(folder)) {
            try (var again = rig.openAgain()) {
                assertThat(again.accountId()).isEqualTo(TestRegistry.ACCOUNT);
                assertThat(again.users().find("ADMINISTRATOR")).contains(rig.administrator);
            }
        }
    }

    @Test
    void canBeReadByItsOwnerOnly() throws IOException {
        try (var rig = new TestRegistry(folder);
                var files = Files.list(folder)) {
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
            assertThat(rig.file()).exists();
        }
    }

    @Test
    void opensWithItsPassphraseAndNoOther() {
        var file = folder.resolve("r.db");
        try (var key = passphrase("correct horse battery");
                var registry = Registry.create(file, key, TestRegistry.CHEAP, "123456789012", clock(), random())) {
            assertThat(registry.accountId()).isEqualTo("123456789012");
        }
        try (var key = passphrase("correct horse battery");
                var again = Registry.open(file, key, clock(), random())) {
            assertThat(again.accountId()).isEqualTo("123456789012");
        }
        try (var wrong = passphrase("wrong horse battery!")) {
            assertThatThrownBy(() -> Registry.open(file, wrong, clock(), random()))
                    .isInstanceOf(RegistryException.WrongKey.class)
                    .hasMessage("this passphrase does not open registry " + file);
        }
    }

    @Test
    void refusesAShortPassphraseAndAKeyFileThatOthersMayRead() throws IOException {
        try (var shortOne = passphrase("short")) {
            assertThatThrownBy(shortOne::requireLongEnough).hasMessageContaining("5 characters");
        }
        var file = folder.resolve("key");
        RegistryKey.KeyFile.create(file, random()).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> RegistryKey.KeyFile.read(file)).hasMessageContaining("can be read by others");
    }

    @Test
    void neverWritesOverWhatExists() throws IOException {
        try (var rig = new TestRegistry(folder);
                var key = RegistryKey.KeyFile.read(rig.keyFile())) {
            var before = Files.readAllBytes(rig.file());
            assertThatThrownBy(() ->
                            Registry.create(rig.file(), key, TestRegistry.CHEAP, "123456789012", clock(), random()))
                    .isInstanceOf(RegistryException.Exists.class);
            assertThat(Files.readAllBytes(rig.file())).isEqualTo(before);
        }
    }

    @Test
    void appearsCompleteOrNotAtAll() throws IOException {
        var file = folder.resolve("r.db");
        try (var key = RegistryKey.KeyFile.create(folder.resolve("k"), random())) {
            assertThatThrownBy(() -> Registry.create(
                            file, key, TestRegistry.CHEAP, "123456789012", clock(), random(), registry -> {
                                throw new IllegalStateException("the power failed");
                            }))
                    .hasMessage("the power failed");
            assertThat(file).doesNotExist();
            Files.writeString(folder.resolve("r.db.making"), "left by a killed attempt");
            Registry.create(file, key, TestRegistry.CHEAP, "123456789012", clock(), random())
                    .close();
            assertThat(folder.resolve("r.db.making")).doesNotExist();
        }
    }

    @Test
    void oneRegistryIsMadeByOneProcess() {
        var file = folder.resolve("r.db");
        try (var key = RegistryKey.KeyFile.create(folder.resolve("k"), random());
                var _ = Lease.toMake(file)) {
            assertThatThrownBy(() -> Registry.create(file, key, TestRegistry.CHEAP, "123456789012", clock(), random()))
                    .isInstanceOf(RegistryException.Exists.class)
                    .hasMessageContaining("is being made by another process");
        }
    }

    @Test
    void leavesADatabaseOfAnotherKindAsItIs() throws IOException, SQLException {
        var foreign = folder.resolve("foreign.db");
        execute(foreign, "CREATE TABLE recipe (name TEXT)");
        var before = Files.readAllBytes(foreign);
        var empty = Files.createFile(folder.resolve("empty.db"));
        try (var key = RegistryKey.KeyFile.create(folder.resolve("k"), random())) {
            for (var file : new Path[] {foreign, empty}) {
                assertThatThrownBy(() -> Registry.open(file, key, clock(), random()))
                        .hasMessage(file + " is not a registry");
                assertThat(folder.resolve(file.getFileName() + ".lease")).doesNotExist();
            }
        }
        assertThat(Files.readAllBytes(foreign)).isEqualTo(before);
        assertThat(empty).isEmptyFile();
    }

    @Test
    void refusesWhatIsNoRegistry() throws IOException {
        var text = Files.writeString(folder.resolve("letter.txt"), "Dear registry, this is a letter and no database.");
        try (var key = RegistryKey.KeyFile.create(folder.resolve("k"), random())) {
            assertThatThrownBy(() -> Registry.open(text, key, clock(), random()))
                    .isInstanceOf(RegistryException.NotFound.class)
                    .hasMessage(text + " is not a registry");
            var nowhere = folder.resolve("nowhere.db");
            assertThatThrownBy(() -> Registry.open(nowhere, key, clock(), random()))
                    .hasMessage("there is no registry " + nowhere);
            assertThat(nowhere).doesNotExist();
        }
    }

    @Test
    void refusesARegistryOfANewerVersion() throws SQLException {
        try (var rig = new TestRegistry(folder)) {
            execute(
                    rig.file(),
                    "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                            + " installed_by, execution_time, success)"
                            + " VALUES (99, '999', 'from the future', 'SQL', 'V999__x.sql', '', 0, 1)");
            assertThatThrownBy(rig::openAgain)
                    .isInstanceOf(RegistryException.NewerVersion.class)
                    .hasMessageMatching("registry %s is of version 999, this fobsmith knows versions up to \\d{1,2}"
                            .formatted(rig.file()));
        }
    }

    @Test
    void migratesOnlyWhenNobodyElseUsesTheRegistry() throws SQLException {
        try (var rig = new TestRegistry(folder)) {
            execute(rig.file(), "UPDATE flyway_schema_history SET version = '0.9', checksum = 1");
            assertThatThrownBy(rig::openAgain)
                    .isInstanceOf(RegistryException.InUse.class)
                    .hasMessageContaining("another process is using or migrating it");
        }
    }

    @Test
    void nobodyMayUseARegistryThatIsBeingMigrated() {
        try (var rig = new TestRegistry(folder)) {
            rig.registry.close();
            try (var _ = Lease.exclusive(rig.file())) {
                assertThatThrownBy(rig::openAgain).isInstanceOf(RegistryException.Migrating.class);
                assertThatThrownBy(() -> Lease.exclusive(rig.file())).isInstanceOf(RegistryException.InUse.class);
            }
            rig.openAgain().close();
        }
    }

    @Test
    void refusesAClockThatStandsBeforeTheLastChange() {
        try (var rig = new TestRegistry(folder)) {
            rig.user("bob");
            rig.clock.turn(Duration.ofSeconds(-3));
            assertThatThrownBy(() -> rig.user("carol"))
                    .isInstanceOf(RegistryException.ClockWentBack.class)
                    .hasMessageContaining("3 s before the last change");
            assertThat(rig.registry.users().find("carol")).isEmpty();
        }
    }

    @Test
    void toleratesASmallLagWithTheStoredTime() {
        try (var rig = new TestRegistry(folder)) {
            var before = rig.user("bob").createdAt();
            rig.clock.turn(Duration.ofSeconds(-2));
            assertThat(rig.user("carol").createdAt()).isEqualTo(before);
        }
    }

    @Test
    void takesACorrectedClockOnlyWhenToldAndWritesItDown() {
        try (var rig = new TestRegistry(folder)) {
            rig.clock.turn(Duration.ofDays(1));
            rig.user("bob");
            rig.clock.turn(Duration.ofDays(-1));
            rig.registry.acceptClock("tester", "testhost", "the battery was empty");
            rig.user("carol");
            assertThat(rig.registry.audit().newest(2).getLast().detail()).contains("the battery was empty");
            assertThat(rig.registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static RegistryKey.Passphrase passphrase(String text) {
        return new RegistryKey.Passphrase(text.toCharArray());
    }

    private static HandTurnedClock clock() {
        return HandTurnedClock.atStepStart();
    }

    private static SecureRandom random() {
        return new SecureRandom();
    }

    @Test
    void refusesToGoOnInAFileThatIsNotTheRegistryAnyMore() throws IOException {
        try (var rig = new TestRegistry(folder)) {
            var aside = folder.resolve("aside.db");
            Files.move(rig.file(), aside);
            assertThatThrownBy(() -> rig.user("alice"))
                    .isInstanceOf(RegistryException.Unavailable.class)
                    .hasMessage("registry %s was deleted, moved or replaced while it was in use".formatted(rig.file()));
            Files.copy(aside, rig.file());
            assertThatThrownBy(() -> rig.user("alice")).isInstanceOf(RegistryException.Unavailable.class);
            Files.move(aside, rig.file(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(rig.user("alice").name()).isEqualTo("alice");
        }
    }
}
