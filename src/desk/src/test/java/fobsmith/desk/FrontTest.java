package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fobsmith.desk.resync.ResyncFlow;
import fobsmith.iam.console.CodeWanted;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.SignInStep;
import fobsmith.registry.SerialNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.util.WaitForAsyncUtils;

class FrontTest {
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
    void asksFirstWhoIsThere() {
        assertThat(rig.texts()).contains("Who is at the desk?");
        assertThat(rig.mute()).isEmpty();
    }

    @Test
    void showsHomeToWhoeverHasSignedIn() {
        rig.signedIn();
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void refusesAWrongPassphrase() {
        rig.write("administrator")
                .press(KeyCode.TAB)
                .write("another passphrase")
                .press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("User name, passphrase or code is wrong.");
        assertThat(rig.front.isOccupied()).isFalse();
    }

    @Test
    void asksForACodeWhereTheOperatorHasADevice() {
        var fob = giveTheOperatorAFob();
        rig.signedIn();
        assertThat(rig.front.isOccupied()).isFalse();
        rig.write("000000").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("This code is not right.");
        rig.write(rig.registry.display(fob, 0).reveal()).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    private SerialNumber giveTheOperatorAFob() {
        var fob = rig.registry.fob("GAHT12345678");
        rig.registry
                .registry
                .typedCodes()
                .enable(rig.registry.console, rig.registry.administrator, fob, rig.registry.pair(fob, 0));
        rig.turn(Duration.ofMinutes(2));
        return fob;
    }

    @Test
    void hidesEverythingBehindTheLockUntilTheSameOperatorIsBack() {
        rig.signedIn().press(KeyCode.ENTER).control(KeyCode.L);
        assertThat(rig.texts()).contains("The desk is locked").doesNotContain("Whose token is it?");
        rig.write("another passphrase").press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("The desk is locked");
        rig.write(DeskRig.WORDS).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("Whose token is it?").doesNotContain("The desk is locked");
    }

    private PasswordField passphrase() {
        return DeskRig.onScreen(
                () -> (PasswordField) rig.window.scene().getRoot().lookup(".password-field"));
    }

    @Test
    void thePassphraseDoesNotStayInTheFieldWhileACodeIsLookedFor() {
        giveTheOperatorAFob();
        rig.signedIn();
        assertThat(rig.texts()).contains("_Code of your own device");
        var field = passphrase();
        assertThat(field.getLength()).isZero();
        DeskRig.onScreen(() -> {
            field.undo();
            field.redo();
            field.redo();
            return true;
        });
        assertThat(field.getLength()).isZero();
    }

    @Test
    void anotherNameIsAskedForItsPassphraseBeforeItsCode() {
        giveTheOperatorAFob();
        rig.signedIn();
        rig.shiftTab().shiftTab().write("x");
        assertThat(rig.texts()).doesNotContain("_Code of your own device");
        rig.press(KeyCode.ENTER);
        assertThat(rig.focused()).isEqualTo(passphrase());
    }

    @Test
    void noKeyStartsAnythingBehindTheLock() {
        rig.signedIn().press(KeyCode.ENTER).write("ali").control(KeyCode.L).control(KeyCode.DIGIT1);
        rig.write(DeskRig.WORDS).press(KeyCode.ENTER);
        assertThat(rig.window.hasTyped()).isTrue();
    }

    @Test
    void theWindowShowsNothingOfTheOldOperatorWhileHisTimeEnds() {
        rig.signedIn().press(KeyCode.ENTER);
        var goOn = rig.holdUp();
        DeskRig.onScreen(() -> {
            rig.front.signOut();
            rig.front.switchLanguage();
            return true;
        });
        assertThat(rig.texts()).containsExactly("One moment: what was begun is being put away.");
        goOn.run();
        assertThat(rig.texts()).contains("Who is at the desk?");
    }

    @Test
    void anAnswerThatUnlocksTooLateUnlocksNothing() {
        rig.signedIn().control(KeyCode.L).write(DeskRig.WORDS);
        var goOn = rig.holdUp();
        rig.hit(KeyCode.ENTER);
        DeskRig.onScreen(() -> {
            rig.front.signOut();
            return true;
        });
        goOn.run();
        assertThat(rig.texts()).contains("Who is at the desk?");
        assertThat(rig.front.isOccupied()).isFalse();
    }

    @Test
    void whatAFlowPutsAwayIsPutAwayBeforeTheSessionEnds() {
        var operators = new CopyOnWriteArrayList<String>();
        var flow = new Flow("resync", Feather.CLOCK, Screen.RESYNC_PERSON, (shift, walk) -> {
            walk.onLeave(() -> operators.add(shift.console().operator().name()));
            return ResyncFlow.FLOW.wiring().apply(shift, walk);
        });
        rig.signedIn();
        DeskRig.onScreen(() -> {
            rig.front.start(flow);
            return true;
        });
        rig.settle();
        rig.control(KeyCode.Q);
        assertThat(operators).containsExactly("administrator");
    }

    @Test
    void escapeAtTheDoorTakesAwayWhatWasTyped() {
        rig.write("administrator").press(KeyCode.TAB).write(DeskRig.WORDS).press(KeyCode.ESCAPE);
        assertThat(rig.window.hasTyped()).isFalse();
        rig.signedIn();
        assertThat(rig.texts()).contains("Hello, administrator");
    }

    @Test
    void ofTwoWhoSignInAtOnceOneIsLetIn() {
        rig.signedIn();
        var late = signIn();
        DeskRig.onScreen(() -> {
            rig.front.begin(new Shift(rig.desk, late, "somebody else"));
            return true;
        });
        rig.settle();
        assertThat(rig.texts()).contains("Hello, administrator");
        assertThatThrownBy(late::operator).hasMessageContaining("over");
    }

    @Test
    void speaksSpanishFromOneKeyOn() {
        rig.signedIn().control(KeyCode.G);
        assertThat(rig.texts()).contains("Hola, administrator", "¿Qué quiere hacer?");
    }

    @Test
    void listsTheKeysThatWorkEverywhere() {
        rig.signedIn().press(KeyCode.F1);
        assertThat(rig.texts()).contains("Keys that work everywhere", "Ctrl+L");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.texts()).doesNotContain("Keys that work everywhere");
    }

    @Test
    void givesTheDeskUp() {
        rig.signedIn().control(KeyCode.Q);
        assertThat(rig.texts()).contains("Who is at the desk?");
    }

    @Test
    void asksBeforeAChangeOfLanguageTakesAwayWhatIsTyped() {
        rig.signedIn().press(KeyCode.ENTER).write("ali").control(KeyCode.G);
        assertThat(rig.texts()).contains("Go on in Español?", "Whose token is it?");
        rig.press(KeyCode.ESCAPE);
        assertThat(((TextInputControl) rig.focused()).getText()).isEqualTo("ali");
        rig.control(KeyCode.G).press(KeyCode.ENTER);
        assertThat(rig.texts()).contains("¿De quién es el token?").doesNotContain("Go on in Español?");
    }

    @Test
    void closesOnlyAfterWhatWasHalfMadeIsGone() {
        var alice = rig.registry.user("alice");
        var console = signIn();
        var device = console.virtualDevices().create(alice, "phone");
        var tokens = rig.registry.registry.tokens();
        assertThat(tokens.find(device.serial())).isPresent();
        var left = new AtomicReference<Optional<?>>();
        DeskRig.onScreen(() -> {
            rig.front.begin(new Shift(rig.desk, console, "administrator"));
            rig.front.signOut();
            rig.window.leave(() -> left.set(tokens.find(device.serial())));
            return true;
        });
        rig.settle();
        assertThat(left.get()).isEqualTo(Optional.empty());
    }

    private Console signIn() {
        return switch (rig.desk.signIn().begin("administrator", DeskRig.WORDS.toCharArray())) {
            case SignInStep.SignedIn(var console) -> console;
            case CodeWanted _, SignInStep.Refused _, SignInStep.CodeRefused _, SignInStep.Paused _ ->
                throw new IllegalStateException("not let in");
        };
    }

    @Test
    void locksByItselfWhenNobodyTouchesAnything() throws Exception {
        rig.signedIn().turn(IdleLock.USUAL);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, rig.window::isCovered);
        rig.settle();
        assertThat(rig.texts()).contains("The desk is locked").doesNotContain("Hello, administrator");
    }
}
