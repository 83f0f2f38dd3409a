package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.cli.Prompt;
import fobsmith.registry.PrivateFile;
import fobsmith.registry.SecretLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What opens an encrypted seed file. Never by argument. */
final class TransportKeyOptions {
    @Option(
            names = "--pre-shared-key-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the pre-shared key of the seed file, in hexadecimal.")
    private @Nullable Path preSharedKey;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File of mode 0600 whose first line is the password of the seed file.")
    private @Nullable Path password;

    @Option(names = "--ask-password", description = "Ask for the password of the seed file.")
    private boolean askPassword;

    @Option(
            names = "--recipient",
            paramLabel = "FILE",
            description = "PKCS#12 file with the private key to the certificate that the seed file was encrypted for.")
    private @Nullable Path recipient;

    @Option(
            names = "--recipient-password-file",
            paramLabel = "FILE",
            description = "File of mode 0600 with the password of the PKCS#12 file (default: ask).")
    private @Nullable Path recipientPassword;

    @Option(
            names = "--openpgp-key",
            paramLabel = "FILE",
            description = "File of mode 0600 with secret keys, as \"gpg --export-secret-keys\" writes them.")
    private @Nullable Path openPgpKey;

    @ArgGroup
    private @Nullable Unlocking unlocking;

    /** Where the passphrase of OpenPGP keys comes from: one of these; without any the keys have none. */
    static final class Unlocking {
        @Option(
                names = "--openpgp-passphrase-file",
                paramLabel = "FILE",
                description = "File of mode 0600 with the passphrase of these keys (default: they have none).")
        private @Nullable Path file;

        @Option(
                names = "--openpgp-passphrase-fd",
                paramLabel = "N",
                description = "Open descriptor to read that passphrase from.")
        private @Nullable Integer descriptor;

        @Option(names = "--ask-openpgp-passphrase", description = "Ask for that passphrase.")
        private boolean asking;

        private char[] passphrase() {
            return asking
                    ? Prompt.secret("Passphrase of the OpenPGP keys", "use --openpgp-passphrase-file or -fd")
                    : SecretLine.read(SecretLine.source(file, descriptor), "OpenPGP passphrase");
        }
    }

    /** Lends the keys for one piece of work and wipes them. */
    <T> T with(Function<OpeningKeys, T> work) {
        try (var keys = new OpeningKeys()) {
            if (preSharedKey != null) {
                keys.preSharedKey(SecretFile.hexadecimal(preSharedKey, "pre-shared key"));
            }
            if (password != null || askPassword) {
                keys.password(SecretFile.password(password, "password of the seed file", "--password-file"));
            }
            if (recipient != null) {
                keys.recipient(Pkcs12.read(
                        recipient,
                        SecretFile.password(
                                recipientPassword, "password of " + recipient, "--recipient-password-file")));
            }
            if (openPgpKey != null) {
                keys.openPgp(openPgpKeys(openPgpKey), openPgpPassphrase());
            }
            return work.apply(keys);
        }
    }

    private char[] openPgpPassphrase() {
        return unlocking == null ? new char[0] : unlocking.passphrase();
    }

    private static byte[] openPgpKeys(Path file) {
        try {
            if (Files.isRegularFile(file) && PrivateFile.isOpenToOthers(file)) {
                throw new CliException(
                        "OpenPGP key file %s can be read by others".formatted(file), "run: chmod 600 " + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CliException("cannot read the OpenPGP keys from %s: %s".formatted(file, e.getMessage()), "");
        }
    }
}
