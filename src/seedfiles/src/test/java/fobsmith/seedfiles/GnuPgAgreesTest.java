package fobsmith.seedfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.oath.Needed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GnuPG encrypts, to a key or by a password, we read. */
class GnuPgAgreesTest {
    private static final Path GPG = Path.of("/usr/bin/gpg");
    private static final Path FILE = Path.of("../../fixtures/pskc/three-fobs.xml");
    private static final String PASSPHRASE = "correct horse";

    @TempDir
    private Path home;

    @BeforeEach
    void requireGnuPg() throws IOException {
        Needed.file(GPG, "gnupg");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        // Else it measures for seconds how many rounds of hashing the machine can bear.
        Files.writeString(home.resolve("gpg-agent.conf"), "s2k-count 65536\n");
    }

    @AfterEach
    void endTheAgent() throws Exception {
        if (Files.isExecutable(GPG)) {
            new ProcessBuilder("/usr/bin/gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor();
        }
    }

    @Test
    void readsWhatIsEncryptedByAPassword() throws Exception {
        var message = gpg("--passphrase", PASSPHRASE, "--symmetric", "--armor", "--output", "-", FILE.toString());
        var terms = ReadingTerms.STRICT.openedBy(TransportKeys.ofPassword(PASSPHRASE.toCharArray()));
        assertThat(read(message, terms)).hasSize(3);
    }

    @Test
    void readsWhatIsEncryptedToAKeyUnderItsPassphrase() throws Exception {
        gpg(
                "--passphrase",
                PASSPHRASE,
                "--quick-generate-key",
                "stock@example.org",
                "future-default",
                "default",
                "never");
        var message = gpg(
                "--trust-model", "always", "-r", "stock@example.org", "--encrypt", "--output", "-", FILE.toString());
        var exported = gpg("--passphrase", PASSPHRASE, "--export-secret-keys");
        assertThat(read(message, opened(exported, PASSPHRASE))).hasSize(3);
        assertThatThrownBy(() -> read(message, opened(exported, "wrong")))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessageMatching("OpenPGP key [0-9A-F]{16} does not open: its passphrase is wrong or was not given");
        assertThatThrownBy(() -> read(message, ReadingTerms.STRICT))
                .isInstanceOf(SeedFileException.Refused.class)
                .hasMessageMatching(
                        "the OpenPGP message is encrypted to OpenPGP key [0-9A-F]{16}, and no such key was given");
    }

    private static ReadingTerms opened(byte[] exported, String passphrase) {
        return ReadingTerms.STRICT.openedBy(TransportKeys.ofOpenPgpSecretKeys(exported, passphrase.toCharArray()));
    }

    private static List<String> read(byte[] message, ReadingTerms terms) {
        return Fixtures.readThrough(SeedFileReader.open(new ByteArrayInputStream(message), terms));
    }

    private byte[] gpg(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                GPG.toString(), "--homedir", home.toString(), "--batch", "--quiet", "--pinentry-mode", "loopback"));
        command.addAll(List.of("--s2k-count", "65536"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        var output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
