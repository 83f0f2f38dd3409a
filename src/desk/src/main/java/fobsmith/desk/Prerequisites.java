package fobsmith.desk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a window needs of the machine, asked for before JavaFX fails without it in its own words. */
final class Prerequisites {
    private static final String GTK = "libgtk-3.so.0";
    private static final int DEPTH = 6;

    private final Map<String, String> environment;
    private final Predicate<String> hasLibrary;
    private final List<Path> fontFolders;

    Prerequisites(Map<String, String> environment, Predicate<String> hasLibrary, List<Path> fontFolders) {
        this.environment = environment;
        this.hasLibrary = hasLibrary;
        this.fontFolders = fontFolders;
    }

    static Prerequisites ofThisMachine(Map<String, String> environment) {
        var home = Path.of(environment.getOrDefault("HOME", "/"));
        return new Prerequisites(
                environment,
                Prerequisites::canBeLoaded,
                List.of(
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        home.resolve(".fonts"),
                        home.resolve(".local/share/fonts")));
    }

    /** Loading is all that is done: nothing in it is called. */
    @SuppressWarnings("restricted")
    private static boolean canBeLoaded(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** What is missing, and what to do about it: each one sentence. */
    record Missing(String what, String hint) {}

    /** The first that is missing. */
    Optional<Missing> missing() {
        if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return Optional.of(new Missing(
                    "there is no display to open the desk on",
                    "start it in a graphical session, or set DISPLAY; the command line does the same without one"));
        }
        if (!hasLibrary.test(GTK)) {
            return Optional.of(new Missing(
                    "GTK 3 (%s) is not installed, and the desk needs it".formatted(GTK),
                    "install it (Debian: apt-get install libgtk-3-0)"));
        }
        if (fontFolders.stream().noneMatch(Prerequisites::hasFont)) {
            return Optional.of(new Missing(
                    "no font is installed, and the desk cannot write without one",
                    "install one (Debian: apt-get install fonts-dejavu-core)"));
        }
        return Optional.empty();
    }

    private static boolean hasFont(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files =
                Files.find(folder, DEPTH, (file, _) -> file.toString().matches("(?i).*\\.(ttf|otf|ttc|pfb)"))) {
            return files.findAny().isPresent();
        } catch (IOException _) {
            return false;
        }
    }
}
