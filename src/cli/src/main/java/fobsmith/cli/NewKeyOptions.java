package fobsmith.cli;

import fobsmith.registry.Pkcs11Key;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.SecretLine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The registry key to come; a new passphrase is asked for where nothing is named. */
public final class NewKeyOptions {
    @ArgGroup
    private @Nullable Named named;

    /** At most one of these. */
    static final class Named {
        @Option(
                names = "--new-key-file",
                paramLabel = "FILE",
                description = "Key file to rotate to; made unless it is there.")
        private @Nullable Path keyFile;

        @Option(
                names = "--new-passphrase-file",
                paramLabel = "FILE",
                description = "File of mode 0600 whose first line is the new passphrase.")
        private @Nullable Path passphraseFile;

        @Option(
                names = "--new-passphrase-fd",
                paramLabel = "N",
                description = "Open descriptor to read the new passphrase from.")
        private @Nullable Integer passphraseDescriptor;

        @ArgGroup(exclusive = false)
        private @Nullable NewToken token;
    }

    /** A key to be made on a PKCS#11 token. */
    static final class NewToken {
        @Option(
                names = "--new-pkcs11-library",
                paramLabel = "FILE",
                required = true,
                description = "PKCS#11 module of the token to make the key on.")
        private Path library;

        @Option(names = "--new-pkcs11-slot", paramLabel = "N", description = "Number of its slot (default: the first).")
        private @Nullable Integer slot;

        @Option(
                names = "--new-pkcs11-label",
                paramLabel = "LABEL",
                defaultValue = Pkcs11Key.Place.LABEL,
                description = "Label for the key (default: ${DEFAULT-VALUE}).")
        private String label;

        @Option(
                names = "--new-pin-file",
                paramLabel = "FILE",
                description = "File of mode 0600 whose first line is the PIN.")
        private @Nullable Path pinFile;

        @Option(names = "--new-pin-fd", paramLabel = "N", description = "Open descriptor to read the PIN from.")
        private @Nullable Integer pinDescriptor;

        private Pkcs11Key create() {
            var place = new Pkcs11Key.Place(library, slot, label);
            return Pkcs11Key.create(place, Pkcs11Options.pin(place, pinFile, pinDescriptor));
        }
    }

    /** The caller closes the key. */
    public RegistryKey make(Surroundings surroundings) {
        if (named == null) {
            return passphrase(Prompt.newPassphrase());
        }
        if (named.token != null) {
            return named.token.create();
        }
        if (named.keyFile != null) {
            return Files.exists(named.keyFile)
                    ? RegistryKey.KeyFile.read(named.keyFile)
                    : RegistryKey.KeyFile.create(named.keyFile, surroundings.randomness());
        }
        var source = SecretLine.source(named.passphraseFile, named.passphraseDescriptor);
        return passphrase(SecretLine.read(source, "passphrase"));
    }

    private static RegistryKey passphrase(char[] characters) {
        return new RegistryKey.Passphrase(characters).requireLongEnough();
    }
}
