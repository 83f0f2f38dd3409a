package fobsmith.cli.token;

import fobsmith.cli.CliException;
import fobsmith.cli.SecretLine;
import fobsmith.seedfiles.ReadingTerms;
import fobsmith.seedfiles.TransportKeys;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What opens an encrypted seed file. Never by argument. */
final class TransportKeyOptions {
    @ArgGroup
    private @Nullable Named named;

    /** At most one of these. */
    static final class Named {
        @Option(
                names = "--pre-shared-key-file",
                paramLabel = "FILE",
                description =
                        "File of mode 0600 whose first line is the pre-shared key of the seed file, in hexadecimal.")
        private @Nullable Path preSharedKey;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "File of mode 0600 whose first line is the password of the seed file.")
        private @Nullable Path password;
    }

    /** Lends the terms for one piece of work and wipes what they hold. */
    <T> T with(Function<ReadingTerms, T> work) {
        if (named != null && named.preSharedKey != null) {
            return withPreSharedKey(named.preSharedKey, work);
        }
        if (named != null && named.password != null) {
            return withPassword(named.password, work);
        }
        return work.apply(ReadingTerms.STRICT);
    }

    private static <T> T withPassword(Path file, Function<ReadingTerms, T> work) {
        var password = SecretLine.read(file, "password");
        try {
            return work.apply(ReadingTerms.STRICT.openedBy(TransportKeys.ofPassword(password)));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static <T> T withPreSharedKey(Path file, Function<ReadingTerms, T> work) {
        var line = SecretLine.read(file, "pre-shared key");
        var key = new byte[line.length / 2];
        try {
            decode(file, line, key);
            return work.apply(ReadingTerms.STRICT.openedBy(TransportKeys.ofPreSharedKey(key)));
        } finally {
            Arrays.fill(line, '\0');
            Arrays.fill(key, (byte) 0);
        }
    }

    private static void decode(Path file, char[] line, byte[] key) {
        for (int i = 0; i < line.length; i++) {
            int digit = Character.digit(line[i], 16);
            if (digit < 0 || line.length % 2 != 0) {
                throw new CliException("the pre-shared key in %s is not hexadecimal".formatted(file), "");
            }
            key[i / 2] = (byte) (key[i / 2] << 4 | digit);
        }
    }
}
