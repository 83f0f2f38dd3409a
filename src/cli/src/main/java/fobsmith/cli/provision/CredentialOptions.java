package fobsmith.cli.provision;

import fobsmith.cli.CredentialFile;
import fobsmith.provisioning.EnteredCredential;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator knows of a token's credential. Never by argument. */
final class CredentialOptions {
    @Option(
            names = "--credential-file",
            paramLabel = "FILE",
            description =
                    "File of mode 0600 whose first line is the token's credential (customer key, PIN or password, in UTF-8),"
                            + " where it is neither the factory's nor in the registry; after a factory reset, the factory's.")
    private @Nullable Path file;

    @Option(
            names = "--user-pin-file",
            paramLabel = "FILE",
            description =
                    "File of mode 0600 whose first line is the token's user PIN, where its codes need it; it is not kept.")
    private @Nullable Path userPinFile;

    @Option(
            names = "--allow-tries",
            description =
                    "Try the credential or user PIN from a file although the token has told that few tries are left; audited.")
    private boolean allowTries;

    /** The caller closes both credentials. */
    EnteredCredential read() {
        return new EnteredCredential(
                Optional.ofNullable(file).map(one -> CredentialFile.read(one, "credential")),
                Optional.ofNullable(userPinFile).map(one -> CredentialFile.read(one, "user PIN")),
                allowTries);
    }
}
