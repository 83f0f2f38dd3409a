package fobsmith.cli;

import fobsmith.registry.RegistryKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the registry key comes from: a file, a passphrase in a file or descriptor, or the prompt. Never an argument. */
final class KeyOptions {
    @Option(names = "--key-file", paramLabel = "FILE", description = "Registry key as a file of mode 0600.")
    private @Nullable Path keyFile;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "File whose first line is the passphrase.")
    private @Nullable Path passphraseFile;

    @Option(names = "--passphrase-fd", paramLabel = "N", description = "Open descriptor to read the passphrase from.")
    private @Nullable Integer passphraseDescriptor;

    /** For a new registry: a key file is made, a passphrase asked for twice. */
    RegistryKey create(Surroundings surroundings) {
        if (keyFile != null) {
            return RegistryKey.KeyFile.create(keyFile, surroundings.randomness());
        }
        var source = passphraseSource(surroundings);
        var passphrase = new RegistryKey.Passphrase(source.isPresent() ? read(source.get()) : Prompt.newPassphrase());
        return passphrase.requireLongEnough();
    }

    /** For a registry that exists. The caller closes the key. */
    RegistryKey read(Surroundings surroundings, Path registry) {
        var file = keyFile(surroundings, registry);
        if (file.isPresent()) {
            return RegistryKey.KeyFile.read(file.get());
        }
        var source = passphraseSource(surroundings);
        return new RegistryKey.Passphrase(source.isPresent() ? read(source.get()) : Prompt.passphrase(registry));
    }

    /** Named by option or variable; else the one beside the registry, unless a passphrase was named. */
    private Optional<Path> keyFile(Surroundings surroundings, Path registry) {
        return Optional.ofNullable(keyFile)
                .or(() -> surroundings.variable("FOBSMITH_KEY_FILE").map(Path::of))
                .or(() -> Optional.of(besideRegistry(registry))
                        .filter(Files::exists)
                        .filter(_ -> passphraseSource(surroundings).isEmpty()));
    }

    static Path besideRegistry(Path registry) {
        var name = registry.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return registry.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".key");
    }

    private Optional<Path> passphraseSource(Surroundings surroundings) {
        if (passphraseDescriptor != null) {
            return Optional.of(Path.of("/dev/fd/" + passphraseDescriptor));
        }
        return Optional.ofNullable(passphraseFile)
                .or(() -> surroundings
                        .variable("CREDENTIALS_DIRECTORY")
                        .map(folder -> Path.of(folder, "fobsmith.passphrase"))
                        .filter(Files::exists));
    }

    private static char[] read(Path source) {
        try (var in = Files.newInputStream(source)) {
            byte[] bytes = in.readAllBytes();
            var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            int length = 0;
            while (length < decoded.length() && decoded.get(length) != '\n' && decoded.get(length) != '\r') {
                length++;
            }
            var line = new char[length];
            decoded.get(line);
            Arrays.fill(bytes, (byte) 0);
            return line;
        } catch (IOException e) {
            throw new CliException(
                    "cannot read the passphrase from %s: %s".formatted(source, e.getMessage()),
                    "name a file that holds it on its first line");
        }
    }
}
