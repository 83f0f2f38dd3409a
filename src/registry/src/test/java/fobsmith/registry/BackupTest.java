package fobsmith.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final SerialNumber FOB = new SerialNumber.Hardware("GAHT12345678");

    @TempDir
    Path folder;

    private TestRegistry station;
    private User alice;
    private Path backup;
    private Path restored;

    @BeforeEach
    void open() {
        station = TestRegistry.copy(folder);
        alice = station.user("alice");
        station.fob(FOB.value());
        station.registry.typedCodes().enable(station.console, alice, FOB, station.pair(FOB, -2));
        backup = folder.resolve("monday.backup");
        restored = folder.resolve("restored.db");
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void backUp() {
        station.registry.backup().write(station.console, backup);
    }

    private long restore() {
        try (var key = RegistryKey.KeyFile.read(station.keyFile())) {
            return Registry.restore(restored, backup, key, station.clock, new SecureRandom(), _ -> station.console);
        }
    }

    private Registry openRestored() {
        try (var key = RegistryKey.KeyFile.read(station.keyFile())) {
            return Registry.open(restored, key, station.clock, new SecureRandom());
        }
    }

    private CodeOutcome signIn(Registry registry, int stepsAhead) {
        return registry.typedCodes().signIn(station.console, alice, FOB, station.display(FOB, stepsAhead));
    }

    @Test
    void leavesNothingWhereItFails() {
        station.clock.turn(Duration.ofHours(-1));
        assertThatThrownBy(this::backUp).isInstanceOf(RegistryException.ClockWentBack.class);
        assertThat(folder).isDirectoryNotContaining("glob:**monday*");
    }

    @Test
    void isTheOwnersAloneAndNeverWrittenOverAnotherFile() throws IOException {
        backUp();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("monday.backup.part")).doesNotExist();
        assertThatThrownBy(this::backUp).isInstanceOf(RegistryException.Exists.class);
    }

    /** A code that was used, or could have been, after the backup was taken must not pass a second time. */
    @Test
    void noCodeOfTheWindowPassesAndTheDeviceIsConfirmedByTwoLaterOnes() throws IOException {
        backUp();
        byte[] before = Files.readAllBytes(backup);
        assertThat(signIn(station.registry, 1)).isInstanceOf(CodeOutcome.Accepted.class);
        assertThat(restore()).isEqualTo(1);
        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
        try (var registry = openRestored()) {
            assertThat(registry.tokens().get(FOB).toBeConfirmed()).isTrue();
            assertThat(signIn(registry, 1)).isEqualTo(new CodeOutcome.Refused(CodeOutcome.Reason.UNCONFIRMED));
            var codes = registry.typedCodes();
            assertThat(codes.resync(station.console, alice, FOB, station.pair(FOB, 0)))
                    .as("the last of the window, and one before it")
                    .isInstanceOf(CodeOutcome.Refused.class);
            station.clock.turn(Duration.ofSeconds(90));
            assertThat(signIn(registry, 0)).isEqualTo(new CodeOutcome.Refused(CodeOutcome.Reason.UNCONFIRMED));
            assertThat(codes.resync(station.console, alice, FOB, station.pair(FOB, -1)))
                    .isInstanceOf(CodeOutcome.Accepted.class);
            assertThat(registry.tokens().get(FOB).toBeConfirmed()).isFalse();
            assertThat(signIn(registry, 1)).isInstanceOf(CodeOutcome.Accepted.class);
        }
    }

    @Test
    void theNextStepOfAllStockLiesPastTheWindow() {
        station.fob("GAHT00000002");
        backUp();
        restore();
        try (var registry = openRestored()) {
            long now = station.clock.instant().getEpochSecond() / 30;
            assertThat(registry.tokens().list("", 10).items())
                    .hasSize(2)
                    .allSatisfy(token -> assertThat(token.clock().nextStep()).isGreaterThanOrEqualTo(now + 2));
        }
    }

    @Test
    void listsWhatAnExportKnowsLater() {
        backUp();
        station.user("bob");
        station.registry.tokens().deactivate(station.console, alice, FOB);
        var exported = new ArrayList<ExportedRecord>();
        station.registry.audit().export(exported::add);
        restore();
        try (var registry = openRestored()) {
            assertThat(registry.audit().missing(exported))
                    .extracting(AuditRecord::action)
                    .containsExactly("create-user", "deactivate");
            assertThat(registry.audit().verify()).isInstanceOf(AuditReport.Intact.class);
            exported.remove(1);
            assertThatThrownBy(() -> registry.audit().missing(exported))
                    .isInstanceOf(RegistryException.ForeignExport.class)
                    .hasMessageStartingWith("record 3 of the audit export is not this registry's");
        }
    }

    @Test
    void leavesNothingWhereTheKeyIsWrongOrTheFileIsNoBackup() throws IOException {
        backUp();
        try (var other = RegistryKey.KeyFile.create(folder.resolve("other.key"), new SecureRandom())) {
            assertThatThrownBy(() -> Registry.restore(
                            restored, backup, other, station.clock, new SecureRandom(), _ -> station.console))
                    .isInstanceOf(RegistryException.WrongKey.class);
        }
        backup = Files.writeString(folder.resolve("letter.txt"), "Dear Bob");
        assertThatThrownBy(this::restore)
                .isInstanceOf(RegistryException.NotFound.class)
                .hasMessage(backup + " is not a registry");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("restored.db"))
                            .filter(file -> !file.toString().endsWith(".lease")))
                    .isEmpty();
        }
    }
}
