package fobsmith.desk;

import fobsmith.registry.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A private file or open descriptor whose first line is a secret. */
record SecretSource(Path place) {
    /** By one of the two. */
    static SecretSource of(@Nullable Path file, @Nullable Integer descriptor) {
        if (file != null) {
            return new SecretSource(file);
        }
        if (descriptor != null) {
            return new SecretSource(Path.of("/dev/fd/" + descriptor));
        }
        throw new StartFailures.CannotStart(
                "the PIN of the PKCS#11 token is missing", "give it by --pin-file FILE or --pin-fd N");
    }

    /**
     * The first line, without its end; the caller wipes it.
     *
     * @param what the secret is, for complaints: {@code passphrase}
     */
    char[] read(String what) {
        try (var in = Files.newInputStream(place)) {
            requirePrivate(what);
            byte[] bytes = in.readAllBytes();
            try {
                return firstLine(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException e) {
            throw new StartFailures.CannotStart(
                    "cannot read the %s from %s: %s".formatted(what, place, e.getMessage()),
                    "name a text file in UTF-8 that holds it on its first line");
        }
    }

    private void requirePrivate(String what) throws IOException {
        if (Files.isRegularFile(place) && PrivateFile.isOpenToOthers(place)) {
            throw new StartFailures.CannotStart(
                    "%s file %s can be read by others".formatted(what, place), "run: chmod 600 " + place);
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
