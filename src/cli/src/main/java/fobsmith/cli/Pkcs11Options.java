package fobsmith.cli;

import fobsmith.registry.Pkcs11Key;
import fobsmith.registry.SecretLine;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A registry key on a PKCS#11 token. The PIN comes from a file, a descriptor or the prompt, never as an argument. */
final class Pkcs11Options {
    @Option(
            names = "--pkcs11-library",
            paramLabel = "FILE",
            required = true,
            description = "The token's PKCS#11 module.")
    private Path library;

    @Option(names = "--pkcs11-slot", paramLabel = "N", description = "Number of its slot (default: the first).")
    private @Nullable Integer slot;

    @Option(
            names = "--pkcs11-label",
            paramLabel = "LABEL",
            defaultValue = Pkcs11Key.Place.LABEL,
            description = "Label of the key (default: ${DEFAULT-VALUE}).")
    private String label;

    @Option(names = "--pin-file", paramLabel = "FILE", description = "File of mode 0600 whose first line is the PIN.")
    private @Nullable Path pinFile;

    @Option(names = "--pin-fd", paramLabel = "N", description = "Open descriptor to read the PIN from.")
    private @Nullable Integer pinDescriptor;

    Pkcs11Key create() {
        return Pkcs11Key.create(place(), pin(place(), pinFile, pinDescriptor));
    }

    Pkcs11Key open() {
        return Pkcs11Key.open(place(), pin(place(), pinFile, pinDescriptor));
    }

    private Pkcs11Key.Place place() {
        return new Pkcs11Key.Place(library, slot, label);
    }

    static char[] pin(Pkcs11Key.Place place, @Nullable Path file, @Nullable Integer descriptor) {
        return file == null && descriptor == null
                ? Prompt.pin(place.toString())
                : SecretLine.read(SecretLine.source(file, descriptor), "PIN");
    }
}
