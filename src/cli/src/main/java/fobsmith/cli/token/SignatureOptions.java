package fobsmith.cli.token;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who signs an exported file. */
final class SignatureOptions {
    @Option(
            names = "--sign-with",
            paramLabel = "FILE",
            description = "Sign with the one private key, RSA or ECDSA, of this PKCS#12 file.")
    private @Nullable Path signer;

    @Option(
            names = "--sign-password-file",
            paramLabel = "FILE",
            description = "File of mode 0600 with the password of that PKCS#12 file (default: ask).")
    private @Nullable Path password;

    Optional<Pkcs12.Identity> read() {
        if (signer == null) {
            return Optional.empty();
        }
        var word = SecretFile.password(password, "password of " + signer, "--sign-password-file");
        return Optional.of(Pkcs12.read(signer, word).single());
    }
}
