package fobsmith.seedfiles;

import java.util.Arrays;
import java.util.function.Function;

/** The password of an app's export, asked for and wiped. */
final class AppPassword {
    private AppPassword() {}

    static <T> T use(TransportKeys keys, Function<char[], T> opener) {
        var password = keys.password("")
                .orElseThrow(() -> new SeedFileException.Refused(
                        "the export is encrypted by a password, and no password was given", Remedy.Opening.PASSWORD));
        try {
            return opener.apply(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    static SeedFileException isWrong() {
        return new SeedFileException.Refused(
                "the export does not open: the password is wrong, or the file was changed", Remedy.Opening.ANOTHER_KEY);
    }
}
