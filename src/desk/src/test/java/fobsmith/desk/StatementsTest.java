package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.TestRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rig of every flow stands on this: it hears the screen's thread, and no other. */
class StatementsTest {
    @Test
    void hearsOnlyTheScreensThread(@TempDir Path folder) {
        DeskRig.startJavaFx();
        try (var registry = TestRegistry.copy(folder);
                var statements = Statements.listen()) {
            registry.user("alice");
            assertThat(statements.onScreen()).isEmpty();
            DeskRig.onScreen(() -> registry.registry.users().find("alice"));
            assertThat(statements.onScreen()).isNotEmpty().anyMatch(text -> text.contains("SELECT"));
        }
    }
}
