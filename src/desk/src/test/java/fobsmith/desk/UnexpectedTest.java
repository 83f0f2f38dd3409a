package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.resync.ResyncFlow;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What should not go wrong and does, told to whoever sits there. */
class UnexpectedTest {
    private static final String WRONG = "Something went wrong that should not have.";

    private DeskRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, List.of(ResyncFlow.FLOW));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void saysWhatWentWrongInABox() {
        rig.signedIn();
        failInTheBackground();
        assertThat(rig.texts()).contains("Something went wrong that should not have.", "Copy details");
    }

    @Test
    void whatFailsBehindTheLockIsSaidToWhoeverUnlocks() {
        rig.signedIn().control(KeyCode.L);
        failInTheBackground();
        assertThat(rig.texts()).doesNotContain(WRONG);
        rig.write(DeskRig.WORDS).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains(WRONG);
    }

    @Test
    void whatFailsBehindTheLockIsNotForTheNextOperator() {
        rig.signedIn().control(KeyCode.L);
        failInTheBackground();
        rig.control(KeyCode.Q).signedIn();
        assertThat(rig.texts()).doesNotContain(WRONG);
    }

    private void failInTheBackground() {
        rig.desk
                .tasks()
                .run(() -> {
                    throw new IllegalStateException("broken on purpose");
                })
                .start();
        rig.settle();
    }

    @Test
    void whatAScreenItselfThrowsIsSaidToo() {
        rig.signedIn();
        Platform.runLater(() -> {
            throw new IllegalStateException("broken on purpose");
        });
        rig.settle();
        assertThat(rig.texts()).contains(WRONG, "Copy details");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).doesNotContain(WRONG);
    }
}
