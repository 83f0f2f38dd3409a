package fobsmith.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NeededTest {
    @TempDir
    private Path folder;

    private final ArrayList<String> told = new ArrayList<>();

    @Test
    void goesOnWithWhatIsThere() throws Exception {
        var there = Files.createFile(folder.resolve("abacus"));
        assertThatCode(() -> Needed.file(there, "abacus-utils")).doesNotThrowAnyException();
    }

    @Test
    void namesTheProgramAndItsPackage() {
        assertThat(Needed.missing(Path.of("/usr/bin/abacus"), "abacus-utils"))
                .isEqualTo("/usr/bin/abacus (apt-get install abacus-utils)");
    }

    @Test
    void skipsTestsAndSaysSoOnce() {
        for (int test = 0; test < 2; test++) {
            assertThatThrownBy(() -> Needed.missing("beads for " + folder, false, told::add))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("needs beads");
        }
        assertThat(told).containsExactly("skipped: tests that need beads for " + folder);
    }

    /** Nobody would see there what was not tested. */
    @Test
    void failsTestsInTheIntegration() {
        assertThatThrownBy(() -> Needed.missing("beads", true, told::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("needs beads");
        assertThat(told).isEmpty();
    }
}
