package fobsmith.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final Path THREE_FOBS = Path.of("../fixtures/sim/three-fobs.json");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("deep/control.json");
    }

    @Test
    void isReadableByItsOwnerOnlyAndGoneAfterClose() throws IOException {
        try (var running = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(running.controlFile()).isEqualTo(file);
            try (var files = Files.list(file.getParent())) {
                assertThat(files).containsExactly(file);
            }
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void replacesWhatACrashedSimulatorLeftAndItsMode() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (var _ = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void holdsAddressAndA256BitBearerThatIsNewEveryTime() {
        String first;
        try (var running = start()) {
            var control = ControlFile.read(file);
            first = control.bearer();
            assertThat(control.url()).isEqualTo(running.address()).hasHost("127.0.0.1");
            assertThat(first).matches("[A-Za-z0-9_-]{43}");
        }
        try (var _ = start()) {
            assertThat(ControlFile.read(file).bearer()).isNotEqualTo(first);
        }
    }

    @Test
    void isLeftAloneWhereAnotherSimulatorHasPutItsOwn() {
        var first = start();
        try (var second = start()) {
            first.close();
            assertThat(ControlFile.read(file).url()).isEqualTo(second.address());
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void doesNotPrintTheBearer() {
        var control = new ControlFile(URI.create("http://127.0.0.1:1"), "quite private");
        assertThat(control).hasToString("ControlFile[http://127.0.0.1:1]");
        assertThat(new Bearer("quite private")).hasToString("Bearer[13 characters]");
    }

    @Test
    void nothingIsServedWhereItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where a folder should be");
        assertThatThrownBy(this::start)
                .isInstanceOf(ControlException.ControlFileUnusable.class)
                .hasMessage("control file %s cannot be written".formatted(file));
    }

    @Test
    void aBusyPortIsNamedAndLeavesNoControlFile() {
        try (var running = start()) {
            int port = running.address().getPort();
            var other = folder.resolve("other.json");
            assertThatThrownBy(() -> RunningSimulator.start(
                            new RunningSimulator.Setting(List.of(THREE_FOBS), List.of(), port, other, 0), NOON))
                    .isInstanceOf(ControlException.PortBusy.class)
                    .hasMessage("port %d on 127.0.0.1 is busy or forbidden".formatted(port));
            assertThat(other).doesNotExist();
        }
    }

    @Test
    void aClientWithoutOneSaysThatNoSimulatorIsRunning() {
        assertThatThrownBy(() -> ControlClient.open(file))
                .isInstanceOf(ControlException.NotRunning.class)
                .hasMessage("no simulator is running (no control file at %s)".formatted(file));
    }

    @Test
    void aClientThatIsRefusedTheConnectionSaysThatNoSimulatorIsRunning() {
        ControlClient client;
        try (var _ = start()) {
            client = ControlClient.open(file);
        }
        try (client) {
            assertThatThrownBy(client::states)
                    .isInstanceOf(ControlException.NotRunning.class)
                    .hasMessage("no simulator is running (nothing answers at the address in control file %s)"
                            .formatted(file));
        }
    }

    @Test
    void aFileOfAnotherKindIsNotTakenForOne() throws IOException {
        var other = Files.writeString(folder.resolve("other.json"), "{\"url\":7}");
        assertThatThrownBy(() -> ControlClient.open(other))
                .isInstanceOf(ControlException.ControlFileUnusable.class)
                .hasMessage("control file %s is not one".formatted(other));
    }

    private RunningSimulator start() {
        return RunningSimulator.start(RunningSimulator.Setting.of(List.of(THREE_FOBS), file), NOON);
    }
}
