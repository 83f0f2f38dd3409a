package fobsmith.oath;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What a test needs of the machine beside Java, such as a program of Debian's. Where it is missing the test is skipped, and standard
 * error says once what for; where CI is true it fails instead, for nobody would see there what was not tested.
 */
public final class Needed {
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Needed() {}

    /** Whether a test must not be skipped. */
    public static boolean isDemanded() {
        return "true".equals(System.getenv("CI"));
    }

    /** This program or library, which that package brings. */
    public static void file(Path file, String debianPackage) {
        if (!Files.exists(file)) {
            missing(missing(file, debianPackage));
        }
    }

    static String missing(Path file, String debianPackage) {
        return "%s (apt-get install %s)".formatted(file, debianPackage);
    }

    /** What that says is needed, with its remedy, is not there. */
    public static void missing(String what) {
        missing(what, isDemanded(), System.err::println);
    }

    static void missing(String what, boolean demanded, Consumer<String> told) {
        if (demanded) {
            throw new IllegalStateException("needs " + what);
        }
        if (TOLD.add(what)) {
            told.accept("skipped: tests that need " + what);
        }
        abort("needs " + what);
    }
}
