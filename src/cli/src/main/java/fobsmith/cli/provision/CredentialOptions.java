package fobsmith.cli.provision;

import fobsmith.cli.CliException;
import fobsmith.cli.SecretLine;
import fobsmith.devices.TokenCredential;
import fobsmith.provisioning.EnteredCredential;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator knows of a token's credential. Never by argument. */
final class CredentialOptions {
    /** In UTF-8, of one char; two chars of a pair take four. */
    private static final int LONGEST_CHARACTER = 3;

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
            description = "Try the credential or user PIN from a file although the token has told that few tries are left; audited.")
    private boolean allowTries;

    /** The caller closes both credentials. */
    EnteredCredential read() {
        return new EnteredCredential(
                Optional.ofNullable(file).map(one -> read(one, "credential")),
                Optional.ofNullable(userPinFile).map(one -> read(one, "user PIN")),
                allowTries);
    }

    private static TokenCredential read(Path file, String what) {
        var line = SecretLine.read(file, what);
        try {
            for (char character : line) {
                if (Character.isISOControl(character)) {
                    throw new CliException(
                            "the %s in %s holds a control character".formatted(what, file),
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
        var room = new byte[LONGEST_CHARACTER * line.length];
        var encoded = ByteBuffer.wrap(room);
        var _ = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(line), encoded, true);
        var bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return bytes;
    }
}
