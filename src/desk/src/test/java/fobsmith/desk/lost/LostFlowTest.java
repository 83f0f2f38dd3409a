package fobsmith.desk.lost;

import static fobsmith.desk.DeskRig.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.desk.OneFob;
import fobsmith.registry.Token;
import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By keyboard alone, over a real registry. */
class LostFlowTest {
    private OneFob desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new OneFob(folder, LostFlow.FLOW).begun();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Token> devicesOfAlice() {
        return desk.rig
                .registry
                .registry
                .tokens()
                .listEnabled(desk.alice, "", 10)
                .items();
    }

    private void reported() {
        desk.choose("alice");
        desk.rig.press(KeyCode.ENTER);
    }

    @Test
    void takesItFromItsPersonAtOnce() {
        reported();
        assertThat(desk.rig.texts()).contains("GAHT12345678 is reported lost.");
        assertThat(desk.token().state()).isEqualTo(TokenState.LOST);
        assertThat(devicesOfAlice()).isEmpty();
    }

    @Test
    void bridgesTheDayWithATemporaryDevice() {
        reported();
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Scan this with the phone");
        var temporary = devicesOfAlice().getFirst();
        assertThat(temporary.expiresAt()).isEqualTo(desk.rig.clock.instant().plus(Duration.ofDays(1)));
        var picture = (ImageView) desk.rig.window.scene().lookup(".qr .image-view");
        assertThat(picture.getImage().getWidth()).isGreaterThan(200);
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
    }

    @Test
    void lendsItForAsLongAsIsAskedFor() {
        reported();
        // From the button back to the length of a day, and two before it.
        desk.rig.shiftTab().shiftTab().press(KeyCode.LEFT, KeyCode.LEFT, KeyCode.ENTER);
        assertThat(devicesOfAlice().getFirst().expiresAt())
                .isEqualTo(desk.rig.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void showsTheSeedAsTextOnRequestAndHidesItAgain() {
        reported();
        desk.rig.press(KeyCode.ENTER);
        onScreen(() -> {
            desk.rig.window.scene().lookup("#secret-button").requestFocus();
            return true;
        });
        desk.rig.press(KeyCode.SPACE);
        var text = (Label) desk.rig.window.scene().lookup("#secret-text");
        assertThat(text.getText()).matches("([A-Z2-7]{4} ?)+");
        desk.rig.control(KeyCode.L);
        assertThat(text.getText()).isEmpty();
        desk.rig.write(DeskRig.WORDS).press(KeyCode.ENTER);
        assertThat(text.getText()).isEmpty();
    }

    @Test
    void leavingWhileATemporaryDeviceIsMadeLeavesNone() {
        reported();
        var goOn = desk.rig.holdUp();
        desk.rig.hit(KeyCode.ENTER);
        onScreen(() -> {
            desk.rig.front.home();
            return true;
        });
        goOn.run();
        assertThat(devicesOfAlice()).isEmpty();
    }

    @Test
    void reportsNothingOfSeveralBeforeOneIsChosen() {
        desk.phone();
        reported();
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Which device is lost?");
        assertThat(devicesOfAlice()).hasSize(2);
    }

    @Test
    void deletesALostPhonesDevice() {
        var phone = desk.phone();
        desk.choose("alice");
        desk.rig.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("phone is deactivated and deleted.");
        assertThat(desk.rig.registry.registry.tokens().find(phone)).isEmpty();
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void saysThatALostPhonesDeviceStillHasToBeDeleted() {
        var phone = desk.phone();
        desk.deny("iam:DeleteVirtualMFADevice");
        desk.choose("alice");
        desk.rig.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("phone is deactivated. It still has to be deleted by somebody who may.");
        assertThat(desk.rig.registry.registry.tokens().get(phone).state()).isEqualTo(TokenState.UNASSIGNED);
    }

    @Test
    void aFobOfTheDrawerCanBeLostAndBridgesNothing() {
        desk.rig.registry.fob("GAHT87654321");
        desk.choose("GAHT87654321");
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts())
                .contains("Nobody can be given it. When it turns up, come here again.")
                .doesNotContain("Give a _temporary device");
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Hello, administrator");
    }

    @Test
    void aFobThatIsFoundAgainGoesOnAsAReturn() {
        reported();
        desk.rig.press(KeyCode.ESCAPE).press(KeyCode.ENTER);
        desk.choose(OneFob.SERIAL);
        assertThat(desk.rig.texts()).contains("This fob was reported lost");
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.token().state()).isEqualTo(TokenState.RETURNED);
        desk.typeCodes();
        assertThat(desk.token().state()).isEqualTo(TokenState.PROVEN);
    }

    @Test
    void saysThatAPersonHasNothingToLose() {
        desk.choose("bob");
        assertThat(desk.rig.texts()).contains("bob has no device.");
    }

    @Test
    void doesNothingThatThePoliciesDeny() {
        desk.deny("fobsmith:ReportLost");
        reported();
        assertThat(desk.rig.texts()).contains("Your policies do not allow that.");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void lendsNothingThatThePoliciesDeny() {
        desk.deny("iam:CreateVirtualMFADevice");
        reported();
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Your policies do not allow that.", "GAHT12345678 is reported lost.");
        assertThat(devicesOfAlice()).isEmpty();
    }

    @Test
    void saysThatSomebodyElseWasQuicker() {
        desk.choose("alice");
        desk.rig.registry.registry.shelf().lose(desk.rig.registry.console, desk.fob, "a test");
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.texts()).contains("Token GAHT12345678 is lost.");
    }

    @Test
    void escapeLeadsBackBeforeItIsReported() {
        desk.choose("alice");
        desk.rig.press(KeyCode.ESCAPE);
        assertThat(desk.rig.texts()).contains("Whose device is lost?");
        assertThat(desk.token().state()).isEqualTo(TokenState.ENABLED);
    }

    @Test
    void everythingThatCanBeReachedHasAName() {
        assertThat(desk.rig.mute()).isEmpty();
        desk.choose("alice");
        assertThat(desk.rig.mute()).isEmpty();
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.mute()).isEmpty();
        desk.rig.press(KeyCode.ENTER);
        assertThat(desk.rig.mute()).isEmpty();
    }
}
