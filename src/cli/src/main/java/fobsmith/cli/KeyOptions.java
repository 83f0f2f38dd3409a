package fobsmith.cli;

import fobsmith.registry.RegistryKey;
import fobsmith.registry.SecretLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the registry key comes from: a file, a token, a passphrase in a file or descriptor, or the prompt. Never an argument. */
final class KeyOptions {
    @ArgGroup
    private @Nullable Named named;

    /** At most one of these. */
    static final class Named {
        @Option(names = "--key-file", paramLabel = "FILE", description = "Registry key as a file of mode 0600.")
        private @Nullable Path keyFile;

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "File of mode 0600 whose first line is the passphrase.")
        private @Nullable Path passphraseFile;

        @Option(
                names = "--passphrase-fd",
                paramLabel = "N",
                description = "Open descriptor to read the passphrase from.")
        private @Nullable Integer passphraseDescriptor;

        @ArgGroup(exclusive = false)
        private @Nullable Pkcs11Options token;

        Optional<Path> keyFile() {
            return Optional.ofNullable(keyFile);
        }

        Optional<Path> passphrase() {
            return passphraseFile == null && passphraseDescriptor == null
                    ? Optional.empty()
                    : Optional.of(SecretLine.source(passphraseFile, passphraseDescriptor));
        }
    }

    /** For a new registry: a key file is made unless it is there, a passphrase asked for twice. */
    RegistryKey create(Surroundings surroundings) {
        if (named != null && named.token != null) {
            return named.token.create();
        }
        var file = keyFile(surroundings);
        if (file.isPresent()) {
            return Files.exists(file.get())
                    ? RegistryKey.KeyFile.read(file.get())
                    : RegistryKey.KeyFile.create(file.get(), surroundings.randomness());
        }
        return new RegistryKey.Passphrase(
                        passphrase(surroundings).map(KeyOptions::readPassphrase).orElseGet(Prompt::newPassphrase))
                .requireLongEnough();
    }

    /** For a registry that exists. The caller closes the key. */
    RegistryKey read(Surroundings surroundings, Path registry) {
        if (named != null && named.token != null) {
            return named.token.open();
        }
        var file = keyFile(surroundings).or(() -> besideRegistry(surroundings, registry));
        if (file.isPresent()) {
            return RegistryKey.KeyFile.read(file.get());
        }
        return new RegistryKey.Passphrase(
                passphrase(surroundings).map(KeyOptions::readPassphrase).orElseGet(() -> Prompt.passphrase(registry)));
    }

    private static char[] readPassphrase(Path source) {
        return SecretLine.read(source, "passphrase");
    }

    /** By option; by variable only where no option names a passphrase. */
    private Optional<Path> keyFile(Surroundings surroundings) {
        return named != null
                ? named.keyFile()
                : surroundings.variable("FOBSMITH_KEY_FILE").map(Path::of);
    }

    /** By option, else as systemd's LoadCredential hands it over. */
    private Optional<Path> passphrase(Surroundings surroundings) {
        return named != null
                ? named.passphrase()
                : surroundings
                        .variable("CREDENTIALS_DIRECTORY")
                        .map(folder -> Path.of(folder, "fobsmith.passphrase"))
                        .filter(Files::exists);
    }

    /** Where nothing is named, a key file of the registry's name beside it will do. */
    private Optional<Path> besideRegistry(Surroundings surroundings, Path registry) {
        return named == null && passphrase(surroundings).isEmpty()
                ? Optional.of(RegistryKey.KeyFile.beside(registry)).filter(Files::exists)
                : Optional.empty();
    }
}
