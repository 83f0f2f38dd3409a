package fobsmith.desk;

import fobsmith.registry.Pkcs11Key;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.SecretLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the registry key comes from, by the command line's options; where nothing is named, the window asks. */
final class DeskKeyOptions {
    @ArgGroup
    private @Nullable Named named;

    /** At most one of these. */
    static final class Named {
        @Option(
                names = "--key-file",
                paramLabel = "FILE",
                description = {
                    "Registry key as a file of mode 0600 (default: $FOBSMITH_KEY_FILE, else one beside the registry);",
                    "where there is none, the window asks for the passphrase."
                })
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
        private @Nullable OnToken token;

        private RegistryKey key() {
            if (token != null) {
                return token.open();
            }
            if (keyFile != null) {
                return RegistryKey.KeyFile.read(keyFile);
            }
            return new RegistryKey.Passphrase(
                    SecretLine.read(SecretLine.source(passphraseFile, passphraseDescriptor), "passphrase"));
        }
    }

    /** A registry key on a PKCS#11 token. There is no terminal to ask on, so its PIN is in a file or descriptor. */
    static final class OnToken {
        @Option(
                names = "--pkcs11-library",
                paramLabel = "FILE",
                required = true,
                description = "The token's PKCS#11 module; its PIN comes by --pin-file or --pin-fd.")
        private Path library;

        @Option(names = "--pkcs11-slot", paramLabel = "N", description = "Number of its slot (default: the first).")
        private @Nullable Integer slot;

        @Option(
                names = "--pkcs11-label",
                paramLabel = "LABEL",
                defaultValue = Pkcs11Key.Place.LABEL,
                description = "Label of the key (default: ${DEFAULT-VALUE}).")
        private String label;

        @Option(
                names = "--pin-file",
                paramLabel = "FILE",
                description = "File of mode 0600 whose first line is the PIN.")
        private @Nullable Path pinFile;

        @Option(names = "--pin-fd", paramLabel = "N", description = "Open descriptor to read the PIN from.")
        private @Nullable Integer pinDescriptor;

        private Pkcs11Key open() {
            var place = new Pkcs11Key.Place(library, slot, label);
            if (pinFile == null && pinDescriptor == null) {
                throw new StartFailures.CannotStart(
                        "the PIN of the PKCS#11 token is missing", "give it by --pin-file FILE or --pin-fd N");
            }
            return Pkcs11Key.open(place, SecretLine.read(SecretLine.source(pinFile, pinDescriptor), "PIN"));
        }
    }

    /** By option, by variable, or beside the registry; empty where the window is to ask. The caller closes it. */
    Optional<RegistryKey> key(Path registry, Map<String, String> environment) {
        if (named != null) {
            return Optional.of(named.key());
        }
        return Optional.ofNullable(environment.get("FOBSMITH_KEY_FILE"))
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .or(() -> Optional.of(RegistryKey.KeyFile.beside(registry)).filter(Files::exists))
                .map(RegistryKey.KeyFile::read);
    }
}
