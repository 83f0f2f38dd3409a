package fobsmith.desk.controls;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.desk.DeskRig;
import fobsmith.desk.Language;
import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import fobsmith.oath.HandTurnedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The controls by themselves; what they are for is in the tests of the flows. */
class ControlsTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static <T> T onScreen(Callable<T> work) {
        return DeskRig.onScreen(work);
    }

    @Test
    void aCodeFieldTakesSixDigitsAndPastedBlanks() {
        var field = onScreen(CodeField::new);
        assertThat(typed(field, "12a")).isEmpty();
        assertThat(typed(field, "123 456")).isEqualTo("123456");
        assertThat(field.isComplete()).isTrue();
        assertThat(typed(field, "7")).isEqualTo("123456");
    }

    private static String typed(CodeField field, String text) {
        return onScreen(() -> {
            field.appendText(text);
            return field.getText();
        });
    }

    @Test
    void aRingSaysWhatToTypeAndWhen() {
        var clock = HandTurnedClock.atStepStart();
        var ring = onScreen(StepRing::new);
        onScreen(() -> {
            ring.use(messages, clock);
            return ring;
        });
        assertThat(ring.advice()).isEqualTo("Type the code that is shown now.");
        clock.turn(Duration.ofSeconds(10));
        onScreen(() -> {
            ring.firstTypedAt(clock.instant());
            return ring;
        });
        assertThat(ring.advice()).isEqualTo("The next code appears in 20 s.");
        assertThat(ring.isReady()).isFalse();
        clock.turn(Duration.ofSeconds(20));
        onScreen(() -> {
            ring.refresh();
            return ring;
        });
        assertThat(ring.advice()).isEqualTo("Now type the code that follows.").isEqualTo(ring.getAccessibleText());
        assertThat(ring.isReady()).isTrue();
    }

    @Test
    void anOutcomeTakesNoRoomUntilThereIsOne() {
        var outcome = onScreen(Outcome::new);
        assertThat(outcome.isManaged()).isFalse();
        onScreen(() -> {
            outcome.say(Outcome.Kind.REFUSAL, "It was refused.", "Try another.", new Button("Another"));
            return outcome;
        });
        assertThat(outcome.isVisible()).isTrue();
        assertThat(outcome.getAccessibleText()).isEqualTo("It was refused. Try another.");
        assertThat(outcome.getPseudoClassStates()).extracting(Object::toString).contains("refusal");
        onScreen(() -> {
            outcome.clear();
            return outcome;
        });
        assertThat(outcome.isManaged()).isFalse();
    }

    @Test
    void aPickerTakesWhatAScannerTypes() {
        var chosen = new ArrayList<String>();
        var field = onScreen(() -> (TextField) picker(chosen).lookup("#search"));
        onScreen(() -> {
            field.setText("GAHT00000002");
            enter(field);
            return field;
        });
        assertThat(chosen).containsExactly("GAHT00000002");
    }

    @Test
    void aPickerShowsWhatIsPluggedInFirstAndOnce() {
        var list = onScreen(() -> (ListView<?>) picker(new ArrayList<>()).lookup("#found"));
        assertThat(onScreen(() -> List.copyOf(list.getItems())))
                .extracting(one -> ((Choice) one).name())
                .containsExactly("86590300000001", "GAHT00000001", "GAHT00000002");
    }

    @Test
    void aPickerChoosesNothingByAPartOfSeveralNames() {
        var chosen = new ArrayList<String>();
        var field = onScreen(() -> (TextField) picker(chosen).lookup("#search"));
        onScreen(() -> {
            field.setText("GAHT");
            enter(field);
            return field;
        });
        assertThat(chosen).isEmpty();
    }

    @Test
    void whatCannotBeLookedAtIsSaidOnceUntilItCanBeAgain() {
        var said = new ArrayList<String>();
        var broken = new AtomicBoolean(true);
        tasks.onUnexpected(failure -> said.add(String.valueOf(failure.getMessage())));
        onScreen(() -> {
            var picker = new TokenPicker();
            picker.use(messages, tasks, () -> cables(broken.get()), ControlsTest::stock);
            picker.look();
            broken.set(false);
            picker.look();
            broken.set(true);
            picker.look();
            return picker;
        });
        assertThat(said).containsExactly("no hub", "no hub");
    }

    private static List<Choice> cables(boolean broken) {
        if (broken) {
            throw new IllegalStateException("no hub");
        }
        return List.of();
    }

    @Test
    void looksOnceAtATimeHoweverSlowTheCables() {
        var waiting = new ArrayList<Runnable>();
        onScreen(() -> {
            var picker = new TokenPicker();
            picker.use(messages, new Tasks(waiting::add, Runnable::run), List::of, ControlsTest::stock);
            var before = waiting.size();
            picker.look();
            assertThat(waiting).hasSize(before);
            return picker;
        });
    }

    private TokenPicker picker(List<String> chosen) {
        var picker = new TokenPicker();
        var plugged = List.of(Choice.pluggedIn("86590300000001", "Molto2"));
        picker.use(messages, tasks, () -> plugged, ControlsTest::stock);
        picker.onChosen(new Button(), one -> chosen.add(one.name()));
        new Scene(picker);
        return picker;
    }

    private static List<Choice> stock(String typed) {
        return List.of("86590300000001", "GAHT00000001", "GAHT00000002").stream()
                .filter(serial -> serial.startsWith(typed))
                .map(serial -> Choice.inStock(serial, "in stock"))
                .toList();
    }

    private static void enter(TextField field) {
        Event.fireEvent(
                field,
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        KeyEvent.CHAR_UNDEFINED,
                        "Enter",
                        KeyCode.ENTER,
                        false,
                        false,
                        false,
                        false));
    }
}
