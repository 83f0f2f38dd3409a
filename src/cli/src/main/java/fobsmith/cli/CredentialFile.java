package fobsmith.cli;

import fobsmith.devices.TokenCredential;
import fobsmith.registry.SecretLine;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A token's credential as the first line of a file of mode 0600, in UTF-8. */
public final class CredentialFile {
    /** In UTF-8, of one char; two chars of a pair take four. */
    private static final int LONGEST_CHARACTER = 3;

    private CredentialFile() {}

    /**
     * The caller closes the credential.
     *
     * @param what the credential is, for messages: {@code user PIN}
     */
    public static TokenCredential read(Path file, String what) {
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
