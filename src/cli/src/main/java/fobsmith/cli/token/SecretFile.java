package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.cli.Prompt;
import fobsmith.registry.SecretLine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Secrets of seed files: from a file that only its owner reads, or typed. */
final class SecretFile {
    private SecretFile() {}

    /** A key in hexadecimal on the first line; the caller wipes it. */
    static byte[] hexadecimal(Path file, String what) {
        var line = SecretLine.read(file, what);
        try {
            return decode(file, what, line);
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    private static byte[] decode(Path file, String what, char[] line) {
        var key = new byte[line.length / 2];
        for (int i = 0; i < line.length; i++) {
            int digit = Character.digit(line[i], 16);
            if (digit < 0 || line.length % 2 != 0) {
                Arrays.fill(key, (byte) 0);
                throw new CliException("the %s in %s is not hexadecimal".formatted(what, file), "");
            }
            key[i / 2] = (byte) (key[i / 2] << 4 | digit);
        }
        return key;
    }

    /** A password on the first line of the file, or typed where there is no file; the caller wipes it. */
    static char[] password(@Nullable Path file, String what, String option) {
        return file == null
                ? Prompt.secret(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1), "use " + option)
                : SecretLine.read(file, what);
    }
}
