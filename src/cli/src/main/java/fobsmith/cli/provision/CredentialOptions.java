package fobsmith.cli.provision;

import fobsmith.cli.CliException;
import fobsmith.cli.SecretLine;
import fobsmith.devices.TokenCredential;
import fobsmith.provisioning.EnteredCredential;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
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
                    "File of mode 0600 whose first line is the token's credential (customer key, PIN or password, in UTF-8),"
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
            for (char character : line) {
                if (Character.isISOControl(character)) {
                    throw new CliException(
                            "the credential in %s holds a control character".formatted(file),
                            "nothing has been tried; put it on the first line as it is typed");
                }
            }
            return TokenCredential.adopt(utf8(line));
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    /** As the tokens' own programs hand on what is typed. */
    private static byte[] utf8(char[] line) {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(line));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
