package fobsmith.cli.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.cli.CliException;
import fobsmith.registry.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TransportKeyOptionsTest {
    @TempDir
    Path folder;

    private Path passphrase;

    @BeforeEach
    void write() throws IOException {
        passphrase = secret("passphrase", "correct horse\n");
        secret("keys.asc", "exported");
    }

    private Path secret(String name, String content) throws IOException {
        PrivateFile.create(folder.resolve(name), content.getBytes(StandardCharsets.US_ASCII));
        return folder.resolve(name);
    }

    /** What unlocks OpenPGP keys under these options. */
    private String unlocking(String... options) {
        var all = Stream.concat(
                Stream.of("--openpgp-key", folder.resolve("keys.asc").toString()), Stream.of(options));
        var parsed = CommandLine.populateCommand(new TransportKeyOptions(), all.toArray(String[]::new));
        return parsed.with(
                keys -> new String(keys.password("OpenPGP key 0123456789ABCDEF").orElseThrow()));
    }

    @Test
    void thePassphraseOfOpenPgpKeysComesFromAFileOrADescriptor() throws IOException {
        assertThat(unlocking()).isEmpty();
        assertThat(unlocking("--openpgp-passphrase-file", passphrase.toString()))
                .isEqualTo("correct horse");
        try (var _ = Files.newInputStream(passphrase);
                var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            var open = descriptors.filter(this::isPassphrase).findFirst().orElseThrow();
            assertThat(unlocking("--openpgp-passphrase-fd", String.valueOf(open.getFileName())))
                    .isEqualTo("correct horse");
        }
    }

    private boolean isPassphrase(Path descriptor) {
        try {
            return Files.isSameFile(descriptor, passphrase);
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void itIsAskedForOnATerminalOnlyAndComesFromOnePlace() {
        assertThatThrownBy(() -> unlocking("--ask-openpgp-passphrase"))
                .isInstanceOf(CliException.class)
                .hasMessage("there is no terminal to ask for the passphrase");
        assertThatThrownBy(
                        () -> unlocking("--ask-openpgp-passphrase", "--openpgp-passphrase-file", passphrase.toString()))
                .isInstanceOf(CommandLine.MutuallyExclusiveArgsException.class);
    }
}
