package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesTest {
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":1");

    @TempDir
    Path fonts;

    private String missing(Map<String, String> environment, boolean gtk) {
        return new Prerequisites(environment, _ -> gtk, List.of(fonts))
                .missing()
                .map(missing -> missing.what())
                .orElse("");
    }

    @Test
    void namesTheDisplay() {
        assertThat(missing(Map.of(), true)).isEqualTo("there is no display to open the desk on");
        assertThat(missing(Map.of("DISPLAY", ""), true)).isEqualTo("there is no display to open the desk on");
    }

    @Test
    void namesGtk() {
        assertThat(missing(DISPLAY, false)).contains("GTK 3");
    }

    @Test
    void namesFonts() throws IOException {
        assertThat(missing(DISPLAY, true)).startsWith("no font is installed");
        Files.createFile(
                Files.createDirectories(fonts.resolve("truetype/dejavu")).resolve("DejaVuSans.ttf"));
        assertThat(missing(DISPLAY, true)).isEmpty();
    }
}
