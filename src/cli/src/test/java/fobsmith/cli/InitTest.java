package fobsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.oath.HandTurnedClock;
import fobsmith.registry.PrivateFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
    private static final String PASSPHRASE = "five words make a passphrase";

    @TempDir
    private Path folder;

    private final HandTurnedClock clock = HandTurnedClock.atStepStart();

    private Path registry() {
        return folder.resolve("registry.db");
    }

    private Terminal terminal() {
        return Terminal.on(registry(), clock);
    }

    @Test
    void makesARegistryAndShowsTheAdministratorsKeyOnce() throws IOException {
        var key = folder.resolve("registry.key");
        var made = terminal()
                .type("init", "--key-file", key, "--account-id", "123456789012", "--json")
                .ok()
                .json();
        assertThat(made.get("accountId").asString()).isEqualTo("123456789012");
        assertThat(made.get("userName").asString()).isEqualTo("administrator");
        assertThat(made.get("accessKeyId").asString()).matches("AKIA[A-Z0-9]{16}");
        assertThat(made.get("secretAccessKey").asString()).hasSize(40);
        for (var file : new Path[] {registry(), key}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(terminal().type("audit", "verify").ok().out())
                .doesNotContain(made.get("secretAccessKey").asString());
    }

    @Test
    void findsTheKeyFileBesideTheRegistryOrByItsVariable() {
        var elsewhere = folder.resolve("elsewhere.key");
        terminal().type("init", "--key-file", elsewhere).ok();
        assertThat(terminal().type("token", "list").err()).contains("--key-file");
        var told = new Terminal(
                clock, Map.of("FOBSMITH_REGISTRY", registry().toString(), "FOBSMITH_KEY_FILE", elsewhere.toString()));
        assertThat(told.type("token", "list").ok().out()).startsWith("SERIAL");
    }

    @Test
    void takesAPassphraseFromAFileAndFromADescriptor() throws IOException {
        var file = secret("passphrase", PASSPHRASE + "\nnot this line\n");
        assertThat(terminal().type("init", "--passphrase-file", file).ok().out())
                .doesNotContain(PASSPHRASE);
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            assertThat(open.length()).isPositive();
            terminal()
                    .type("token", "list", "--passphrase-fd", descriptorOf(file))
                    .ok();
        }
    }

    @Test
    void refusesAPassphraseFileThatOthersMayRead() throws IOException {
        var file = secret("passphrase", PASSPHRASE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(terminal().type("init", "--passphrase-file", file).err())
                .isEqualTo("fobsmith: passphrase file %s can be read by others\nhint: run: chmod 600 %s\n"
                        .formatted(file, file));
        assertThat(registry()).doesNotExist();
    }

    private Path secret(String name, String text) throws IOException {
        PrivateFile.create(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name);
    }

    /** The number under which this process has the file open. */
    private static String descriptorOf(Path file) throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(link -> leadsTo(link, file))
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return link.toRealPath().equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void takesThePassphraseThatSystemdHandsOver() throws IOException {
        secret("fobsmith.passphrase", PASSPHRASE);
        var terminal = new Terminal(
                clock, Map.of("FOBSMITH_REGISTRY", registry().toString(), "CREDENTIALS_DIRECTORY", folder.toString()));
        terminal.type("init").ok();
        terminal.type("token", "list").ok();
    }

    @Test
    void wantsALongPassphraseAndATerminalToAskAt() throws IOException {
        var tooShort = secret("short", "too short\n");
        assertThat(terminal().type("init", "--passphrase-file", tooShort).err())
                .startsWith("fobsmith: the passphrase has 9 characters; at least 12 are needed\nhint: ");
        assertThat(terminal().type("init").err())
                .startsWith("fobsmith: there is no terminal to ask for the passphrase\nhint: ");
        assertThat(registry()).doesNotExist();
    }

    @Test
    void refusesAnAccountIdThatIsNotTwelveDigits() {
        var refused = terminal().type("init", "--key-file", folder.resolve("k"), "--account-id", "12345");
        assertThat(refused.status()).isOne();
        assertThat(refused.err()).isEqualTo("fobsmith: account id \"12345\" is not 12 digits\n");
        assertThat(folder.resolve("k")).doesNotExist();
    }
}
