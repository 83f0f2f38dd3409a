package fobsmith.checks.console;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.cli.Terminal;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.TestRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that cannot be used, a key that does not open it, a port that is taken: said in one sentence. */
class UnusableRegistryTest {
    private static final String PASSPHRASE = "a passphrase of mine, long enough";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    private Path write(String name, String text) throws IOException {
        PrivateFile.create(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name);
    }

    /** A second registry, opened by a passphrase. */
    private Path passphraseRegistry() {
        var file = folder.resolve("second.db");
        try (var key = new RegistryKey.Passphrase(PASSPHRASE.toCharArray());
                var registry = Registry.create(
                        file, key, TestRegistry.CHEAP, TestRegistry.ACCOUNT, desk.clock, new SecureRandom())) {
            assertThat(registry.accountId()).isEqualTo(TestRegistry.ACCOUNT);
        }
        return file;
    }

    private String complaint(Path registry, Object... words) throws IOException {
        var before = Files.exists(registry) ? Files.readAllBytes(registry) : null;
        var complaint = Desk.complaint(Terminal.on(registry, desk.clock), words);
        if (before == null) {
            assertThat(registry).doesNotExist();
        } else {
            assertThat(registry).hasBinaryContent(before);
        }
        return complaint;
    }

    @Test
    void aWrongPassphraseOpensNothing() throws IOException {
        var wrong = write("wrong", "another passphrase of mine\n");
        var registry = passphraseRegistry();
        assertThat(complaint(registry, "token", "list", "--passphrase-file", wrong))
                .contains("this passphrase does not open registry");
        assertThat(complaint(registry, "token", "list", "--passphrase-file", folder.resolve("none")))
                .contains("cannot read the passphrase from");
    }

    @Test
    void theWrongKindOfKeyIsNamed() throws IOException, SQLException {
        var passphrase = write("right", PASSPHRASE);
        assertThat(complaint(passphraseRegistry(), "token", "list", "--key-file", desk.keyFile))
                .contains("is opened by a passphrase, not by a key file");
        assertThat(desk.requireRefused("token", "list", "--passphrase-file", passphrase))
                .contains("is opened by a key file, not by a passphrase");
    }

    @Test
    void anUnusableKeyFileIsRefused() throws IOException, SQLException {
        var other = folder.resolve("other.key");
        RegistryKey.KeyFile.create(other, new SecureRandom()).close();
        assertThat(desk.requireRefused("token", "list", "--key-file", other)).contains("this key file does not open");
        assertThat(desk.requireRefused("token", "list", "--key-file", folder.resolve("none")))
                .contains("there is no key file");
        var readable = Files.copy(desk.keyFile, folder.resolve("readable.key"));
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(desk.requireRefused("token", "list", "--key-file", readable))
                .contains("can be read by others", "hint: run: chmod 600 " + readable);
        var half = write("half.key", "half a key");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        assertThat(desk.requireRefused("token", "list", "--key-file", half)).contains("is not a key file");
    }

    @Test
    void aRegistryOfANewerVersionIsLeftAlone() throws SQLException {
        Desk.execute(
                desk.file,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (99, '999', 'from the future', 'SQL', 'V999.sql', '', 0, 1)");
        assertThat(desk.requireRefused("token", "list")).contains("is of version 999", "hint: use the fobsmith that");
    }

    @Test
    void thereIsNoRegistryWhereNoneWasMade() throws IOException {
        var nowhere = folder.resolve("nowhere.db");
        assertThat(complaint(nowhere, "token", "list", "--key-file", desk.keyFile))
                .contains("there is no registry " + nowhere, "hint: make one with \"fobsmith init\"");
        var letter = write("letter.db", "Dear registry, this is a letter and no database.");
        assertThat(complaint(letter, "token", "list", "--key-file", desk.keyFile))
                .contains(letter + " is not a registry");
        var empty = write("empty.db", "");
        assertThat(complaint(empty, "token", "list", "--key-file", desk.keyFile))
                .contains(empty + " is not a registry");
    }

    @Test
    void somebodyElsesDatabaseIsNotTouched() throws IOException, SQLException {
        var diary = folder.resolve("diary.db");
        Desk.execute(diary, "CREATE TABLE diary (day TEXT, entry TEXT)");
        assertThat(complaint(diary, "token", "list", "--key-file", desk.keyFile))
                .contains(diary + " is not a registry");
    }

    @Test
    void aSecondInitWritesOverNothing() throws SQLException {
        var key = folder.resolve("new.key");
        assertThat(desk.requireRefused("init", "--key-file", key)).contains(desk.file + " already exists");
        assertThat(key).doesNotExist();
    }

    @Test
    void aKeyFileThatIsNoneMakesNoRegistry() throws IOException, SQLException {
        var elsewhere = folder.resolve("third.db");
        var letter = write("letter.key", "Dear registry");
        Files.setPosixFilePermissions(letter, PosixFilePermissions.fromString("rw-------"));
        assertThat(desk.requireRefused("init", "--registry", elsewhere, "--key-file", letter))
                .contains("is not a key file");
        assertThat(elsewhere).doesNotExist();
        assertThat(letter).hasContent("Dear registry");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException, SQLException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(desk.requireRefused("serve", "--port", taken.getLocalPort()))
                    .contains(":%d: the port is in use".formatted(taken.getLocalPort()), "hint: choose another port");
        }
        requireLeaseFree();
    }

    private void requireLeaseFree() throws IOException {
        try (var channel = FileChannel.open(lease(), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            assertThat(lock).as("nobody holds the registry any more").isNotNull();
        }
    }

    private Path lease() {
        return folder.resolve("registry.db.lease");
    }

    /** Another process that migrates holds every byte of the lease; one that only uses the registry holds one. */
    @Test
    void nobodyWorksWhileAnotherMigrates() throws IOException, SQLException {
        try (var channel = FileChannel.open(lease(), StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            assertThat(desk.requireRefused("token", "list")).contains("is being migrated by another process");
            makeOutdated();
            assertThat(desk.requireRefused("token", "list")).contains("is being migrated by another process");
        }
    }

    @Test
    void nobodyMigratesWhileAnotherWorks() throws IOException, SQLException {
        makeOutdated();
        try (var channel = FileChannel.open(lease(), StandardOpenOption.WRITE);
                var _ = channel.lock(4711, 1, false)) {
            assertThat(desk.requireRefused("token", "list")).contains("another process is using or migrating it");
        }
    }

    private void makeOutdated() throws SQLException {
        Desk.execute(desk.file, "UPDATE flyway_schema_history SET version = '0.9', checksum = 1");
    }

    @Test
    void aClockBehindTheRegistryChangesNothing() throws SQLException {
        desk.clock.turn(Duration.ofHours(-1));
        assertThat(desk.requireRefused("token", "import", Desk.PSKC.resolve("sha256.xml")))
                .contains("3600 s before the last change", "hint: set the clock right");
        assertThat(desk.requireRefused("device", "unlock", "GAHT00000001")).contains("3600 s before");
        desk.type("clock", "accept", "--reason", "the machine's battery was empty")
                .ok();
        desk.type("token", "import", Desk.PSKC.resolve("sha256.xml")).ok();
    }

    @Test
    void withoutATerminalThePassphraseIsNotAskedFor() throws IOException {
        var file = passphraseRegistry();
        assertThat(Desk.complaint(new Terminal(desk.clock, Map.of()), "token", "list", "--registry", file))
                .contains("there is no terminal to ask for the passphrase");
    }
}
