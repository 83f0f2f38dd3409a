package fobsmith.desk.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fobs out of the drawer, by keyboard alone; their codes come of their seeds. */
class HardwareFlowTest {
    private DeskRig rig;
    private PaperInAFolder paper;
    private SerialNumber fob;

    @BeforeEach
    void layAFobInTheDrawer(@TempDir Path folder) {
        paper = new PaperInAFolder(folder);
        rig = new DeskRig(folder, List.of(HardwareFlow.with(paper, ZoneOffset.UTC)));
        rig.registry.user("alice");
        rig.registry.user("bob");
        fob = rig.registry.fob("GAHT12345678");
        rig.signedIn().press(KeyCode.ENTER);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void choose(String name) {
        rig.write(name).press(KeyCode.ENTER);
    }

    private void typeCodes(SerialNumber of, int stepsAhead) {
        rig.write(rig.registry.display(of, stepsAhead).reveal())
                .write(rig.registry.display(of, stepsAhead + 1).reveal())
                .press(KeyCode.ENTER);
    }

    @Test
    void aScannedFobBecomesThePersonsAndHeSignsForIt() throws IOException {
        assertThat(rig.mute()).isEmpty();
        choose("ali");
        assertThat(rig.mute()).isEmpty();
        choose("gaht12345678");
        assertThat(rig.mute()).isEmpty();
        typeCodes(fob, 0);
        assertThat(rig.texts()).contains("alice has token GAHT12345678.");
        assertThat(rig.mute()).isEmpty();
        var token = rig.registry.registry.tokens().get(fob);
        assertThat(token.state()).isEqualTo(TokenState.ENABLED);
        assertThat(token.ownerId())
                .isEqualTo(rig.registry.registry.users().get("alice").id());
        rig.press(KeyCode.LEFT, KeyCode.SPACE);
        assertThat(PaperInAFolder.text(Files.readAllBytes(paper.saved.orElseThrow())))
                .contains("alice", "GAHT12345678", "ACME F1", "administrator");
        assertThat(rig.texts()).contains("The receipt is in " + paper.saved.orElseThrow() + ".");
        rig.press(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void aTokenIsPickedFromTheListAndTheReceiptPrinted() {
        choose("alice");
        rig.press(KeyCode.DOWN, KeyCode.ENTER);
        typeCodes(fob, 0);
        rig.press(KeyCode.LEFT, KeyCode.LEFT, KeyCode.SPACE);
        assertThat(rig.texts()).contains("This machine has no printer.");
        paper.printer = Optional.of("Front desk");
        rig.press(KeyCode.SPACE);
        assertThat(rig.texts()).contains("The receipt is on its way to printer Front desk.");
        assertThat(paper.printed).singleElement().asString().contains("alice", "GAHT12345678");
    }

    @Test
    void aReceiptThatCannotBeWrittenIsSaid() throws IOException {
        choose("alice");
        choose("GAHT12345678");
        typeCodes(fob, 0);
        Files.createDirectory(paper.folder.resolve("receipt-GAHT12345678.pdf"));
        rig.press(KeyCode.LEFT, KeyCode.SPACE);
        assertThat(rig.texts())
                .anyMatch(text -> text.startsWith("The receipt could not be written to "))
                .contains("Save it somewhere else.");
    }

    @Test
    void aReceiptIsPrintedOnceHoweverOftenTheKeyIsHit() {
        paper.printer = Optional.of("Front desk");
        choose("alice");
        choose("GAHT12345678");
        typeCodes(fob, 0);
        rig.press(KeyCode.LEFT, KeyCode.LEFT);
        var goOn = rig.holdUp();
        rig.hit(KeyCode.SPACE, KeyCode.SPACE);
        goOn.run();
        assertThat(paper.printed).hasSize(1);
        assertThat(rig.texts()).contains("The receipt is on its way to printer Front desk.");
    }

    @Test
    void aReceiptThatDoesNotReachThePrinterIsSaid() {
        paper.unreadable = true;
        choose("alice");
        choose("GAHT12345678");
        typeCodes(fob, 0);
        rig.press(KeyCode.LEFT, KeyCode.LEFT, KeyCode.SPACE);
        assertThat(rig.texts())
                .contains("The printer did not take the receipt.", "Look at the printer, or save the receipt instead.");
    }

    @Test
    void escapeLeadsBackScreenByScreenAndChangesNothing() {
        choose("alice");
        choose("GAHT12345678");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Which token?");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Who gets a token?");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThat(rig.registry.registry.tokens().get(fob).state()).isEqualTo(TokenState.IMPORTED);
    }
}
