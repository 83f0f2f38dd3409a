package fobsmith.cli.provision;

import fobsmith.cli.CliException;
import fobsmith.cli.SecretLine;
import fobsmith.devices.TokenCredential;
import fobsmith.provisioning.EnteredCredential;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator knows of a token's credential. Never by argument. */
final class CredentialOptions {
    @Option(
            names = "--credential-file",
            paramLabel = "FILE",
            description =
                    "File of mode 0600 whose first line is the token's credential (a Molto2's customer key, in ASCII),"
                            + " where it is neither the factory's nor in the registry; after a factory reset, the factory's.")
    private @Nullable Path file;

    @Option(
            names = "--allow-tries",
            description = "Try a credential although the token has told that few tries are left; audited.")
    private boolean allowTries;

    /** The caller closes the credential. */
    EnteredCredential read() {
        return new EnteredCredential(Optional.ofNullable(file).map(CredentialOptions::read), allowTries);
    }

    private static TokenCredential read(Path file) {
        var line = SecretLine.read(file, "credential");
        try {
            var bytes = new byte[line.length];
            for (int i = 0; i < line.length; i++) {
                if (line[i] < ' ' || line[i] > '~') {
                    throw new CliException(
                            "the credential in %s is not plain ASCII text".formatted(file),
                            "nothing has been tried; a token takes letters, digits and signs only");
                }
                bytes[i] = (byte) line[i];
            }
            return TokenCredential.adopt(bytes);
        } finally {
            Arrays.fill(line, '\0');
        }
    }
}
