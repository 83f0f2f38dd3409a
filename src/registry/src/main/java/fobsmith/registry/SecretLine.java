package fobsmith.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A secret on the first line of a file or an open descriptor: a passphrase, a token's credential. */
public final class SecretLine {
    private SecretLine() {}

    /**
     * The first line, without its end; the caller wipes it. Refuses a file that others may read.
     *
     * @param what the secret is, for complaints: {@code passphrase}
     */
    public static char[] read(Path source, String what) {
        try (var in = Files.newInputStream(source)) {
            requirePrivate(source, what);
            byte[] bytes = in.readAllBytes();
            try {
                return firstLine(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException e) {
            throw new RegistryException.NoSecret(
                    "cannot read the %s from %s: %s".formatted(what, source, e.getMessage()),
                    "name a text file in UTF-8 that holds it on its first line");
        }
    }

    /** A file, or else an open descriptor of this process, as something to read from. */
    public static Path source(@Nullable Path file, @Nullable Integer descriptor) {
        return file == null ? Path.of("/dev/fd/" + descriptor) : file;
    }

    private static void requirePrivate(Path source, String what) throws IOException {
        if (Files.isRegularFile(source) && PrivateFile.isOpenToOthers(source)) {
            throw new RegistryException.NoSecret(
                    "%s file %s can be read by others".formatted(what, source), "run: chmod 600 " + source);
        }
    }

    private static char[] firstLine(CharBuffer text) {
        int length = 0;
        while (length < text.length() && text.charAt(length) != '\n' && text.charAt(length) != '\r') {
            length++;
        }
        var line = new char[length];
        text.get(line);
        Arrays.fill(text.array(), '\0');
        return line;
    }
}
