package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontTest {
    private DeskRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void asksFirstWhoIsThere() {
        assertThat(rig.texts()).contains("Who is at the desk?");
        assertThat(rig.mute()).isEmpty();
        rig.picture(Path.of("/tmp/desk-signin.png"));
    }

    @Test
    void showsHomeToWhoeverHasSignedIn() {
        rig.signedIn();
        assertThat(rig.texts()).contains("Hello, administrator");
        rig.picture(Path.of("/tmp/desk-home.png"));
    }
}
