package fobsmith.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the screens look like, on a display. No test of the suite: scripts/desk-screenshots runs it. */
class Screenshots {
    private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));

    /** The walks whose name this is; all of them where it is empty. */
    private static final String ONLY = System.getProperty("walk", "");

    /** Without a test's runner, for a class path given by hand. */
    public static void main(String[] arguments) throws IOException {
        var scratch = Files.createTempDirectory("fobsmith-desk-pictures-");
        walk(scratch, Language.ENGLISH, Theme.LIGHT);
        walk(scratch, Language.SPANISH, Theme.DARK);
        System.exit(0);
    }

    @Test
    void inEnglishAndLight(@TempDir Path scratch) {
        walk(scratch, Language.ENGLISH, Theme.LIGHT);
    }

    @Test
    void inSpanishAndDark(@TempDir Path scratch) {
        walk(scratch, Language.SPANISH, Theme.DARK);
    }

    private static void walk(Path scratch, Language language, Theme theme) {
        DeskRig.startJavaFx();
        requireDisplay();
        var album = new Album(new Camera(PICTURES), scratch, language, theme);
        Walks.ALL.forEach((name, walk) -> {
            if (ONLY.isEmpty() || ONLY.equals(name)) {
                walk.accept(album);
            }
        });
    }

    /** TestFX, told to be headless, puts Monocle in its place, and nobody would see that from the pictures. */
    private static void requireDisplay() {
        var platform = System.getProperty("glass.platform");
        if (!"Gtk".equals(platform)) {
            throw new IllegalStateException("pictures are taken off a display by Gtk, not by " + platform);
        }
    }
}
