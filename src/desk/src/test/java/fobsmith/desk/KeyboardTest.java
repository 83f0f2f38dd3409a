package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same key wherever a keyboard has it: in its row, with Shift or without, and on the keypad. */
class KeyboardTest {
    private static final String LARGER = "-fx-font-size: 1.10em;";
    private static final String SMALLER = "-fx-font-size: 0.90em;";

    private DeskRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new DeskRig(folder, Flows.ALL).signedIn();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String size() {
        return DeskRig.onScreen(() -> rig.window.scene().getRoot().getStyle());
    }

    @ParameterizedTest
    @CsvSource({"PLUS, false", "PLUS, true", "EQUALS, false", "EQUALS, true", "ADD, false"})
    void controlAndPlusMakesTypeLarger(KeyCode plus, boolean shift) {
        rig.typist.stroke(plus, shift, true);
        assertThat(size()).isEqualTo(LARGER);
    }

    @ParameterizedTest
    @CsvSource({"MINUS, DIGIT0", "SUBTRACT, NUMPAD0"})
    void controlAndMinusMakesItSmallerAndNoughtAsItWas(KeyCode minus, KeyCode nought) {
        rig.control(minus);
        assertThat(size()).isEqualTo(SMALLER);
        rig.control(nought);
        assertThat(size()).isEmpty();
    }

    @Test
    void aDigitOfTheKeypadStartsAFlowToo() {
        rig.control(KeyCode.NUMPAD1);
        assertThat(rig.texts()).contains("Who gets a token?");
    }
}
