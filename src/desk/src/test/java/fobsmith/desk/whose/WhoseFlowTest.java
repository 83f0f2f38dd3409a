package fobsmith.desk.whose;

import static fobsmith.desk.DeskRig.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.OneFob;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry; the fob's codes come of its seed. */
class WhoseFlowTest {
    private OneFob desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OneFob(folder, WhoseFlow.FLOW).begun();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void typeNobodysCodes() {
        desk.rig.write("123456").write("654321").press(KeyCode.ENTER);
    }

    @Test
    void tellsWhoseTheFobIs() {
        desk.typeCodes();
        assertThat(desk.rig.texts()).contains("GAHT12345678 is alice’s.", "GAHT12345678");
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void leadsOnToAReturn() {
        desk.typeCodes();
        desk.rig.shiftTab().press(KeyCode.SPACE);
        assertThat(desk.rig.texts()).contains("alice cannot sign in with it any more, as soon as it is taken back.");
        desk.rig.press(KeyCode.ENTER).turn(Duration.ofMinutes(1));
        desk.typeCodes();
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void takesALostFobBack() {
        desk.rig.registry.registry.shelf().lose(desk.rig.registry.console, desk.fob, "a test");
        desk.typeCodes();
        assertThat(desk.rig.texts()).contains("GAHT12345678 was reported lost.");
        desk.rig.shiftTab().press(KeyCode.SPACE);
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
        desk.rig.turn(Duration.ofMinutes(1));
        desk.typeCodes();
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void leadsOnToAResynchronisationWhereTheClockHasStrayed() {
        var ahead = 15;
        desk.rig
                .write(desk.rig.registry.display(desk.fob, ahead).reveal())
                .write(desk.rig.registry.display(desk.fob, ahead + 1).reveal())
                .press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("GAHT12345678 is alice’s.", "_Resynchronise");
        desk.rig.shiftTab().press(KeyCode.SPACE).turn(Duration.ofMinutes(1));
        desk.rig
                .write(desk.rig.registry.display(desk.fob, ahead).reveal())
                .write(desk.rig.registry.display(desk.fob, ahead + 1).reveal())
                .press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("The device of alice is in step again.");
    }

    @Test
    void tellsThatAFobIsOfTheDrawer() {
        desk.rig.registry.registry.tokens().deactivate(desk.rig.registry.console, desk.alice, desk.fob);
        desk.typeCodes();
        assertThat(desk.rig.texts())
                .contains("GAHT12345678 is nobody’s: it is in stock.")
                .doesNotContain("_Take back");
    }

    @Test
    void saysThatNothingWasFoundAndAsksAgain() {
        typeNobodysCodes();
        assertThat(desk.rig.texts()).contains("These codes are of no token of this registry.");
        assertThat(desk.rig.focused().getId()).isEqualTo("first-code");
        desk.typeCodes();
        assertThat(desk.rig.texts()).contains("GAHT12345678 is alice’s.");
    }

    @Test
    void saysThatTheCodesWereUsed() {
        desk.typeCodes();
        desk.rig.press(KeyCode.ESCAPE);
        desk.typeCodes();
        assertThat(desk.rig.texts()).contains("These codes were used already.");
    }

    @Test
    void saysThatThereIsAPause() {
        for (int time = 0; time < 6; time++) {
            typeNobodysCodes();
        }
        typeNobodysCodes();
        assertThat(desk.rig.texts())
                .contains("Too many searches that found nothing: there is a pause.")
                .anyMatch(text -> text.matches("Search again in [0-9]+ s, with two fresh codes\\."));
    }

    @Test
    void canBeGivenUpWhileItSearches() {
        var before = new CountDownLatch(1);
        desk.rig.write("123456").write("654321");
        onScreen(() -> {
            desk.rig
                    .desk
                    .tasks()
                    .create(() -> {
                        before.await();
                        return true;
                    })
                    .start();
            button("search").fire();
            assertThat(desk.rig.window.scene().getFocusOwner()).isSameAs(button("giveUp"));
            button("giveUp").fire();
            return true;
        });
        before.countDown();
        desk.rig.settle();
        assertThat(desk.rig.texts()).contains("The search was given up; nothing was found so far.");
    }

    private Button button(String id) {
        return (Button) desk.rig.window.scene().lookup("#" + id);
    }

    @Test
    void findsNothingThatThePoliciesDeny() {
        desk.deny("fobsmith:FindToken");
        desk.typeCodes();
        assertThat(desk.rig.texts())
                .contains("Your policies do not allow that.")
                .doesNotContain("_Give up");
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        assertThat(desk.rig.mute()).isEmpty();
        desk.typeCodes();
        assertThat(desk.rig.mute()).isEmpty();
    }
}
