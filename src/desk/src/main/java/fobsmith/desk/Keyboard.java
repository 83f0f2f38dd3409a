package fobsmith.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** Keys that mean the same on every screen, and the watch on whether anybody touches any. */
final class Keyboard {
    private static final Duration LOOK = Duration.seconds(1);

    private final Front front;

    Keyboard(Front front) {
        this.front = front;
    }

    void listenTo(Scene scene, IdleLock idle) {
        shortcuts().forEach((key, work) -> scene.getAccelerators().put(key, work));
        scene.addEventFilter(InputEvent.ANY, _ -> idle.touched());
        // A filter, since a field with a formatter keeps Escape for itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                front.back();
                event.consume();
            }
        });
        var looking = new Timeline(new KeyFrame(LOOK, _ -> idle.look()));
        looking.setCycleCount(Animation.INDEFINITE);
        looking.play();
    }

    private Map<KeyCombination, Runnable> shortcuts() {
        var all = new LinkedHashMap<KeyCombination, Runnable>();
        all.put(new KeyCodeCombination(KeyCode.F1), front::showShortcuts);
        all.put(control(KeyCode.L), front::lock);
        all.put(control(KeyCode.D), front::switchTheme);
        all.put(control(KeyCode.G), front::switchLanguage);
        all.put(control(KeyCode.Q), front::signOut);
        putSizes(all);
        for (int number = 1; number <= front.flows().size() && Flow.hasKey(number); number++) {
            var flow = front.flows().get(number - 1);
            all.put(control(KeyCode.valueOf("DIGIT" + number)), () -> front.start(flow));
            all.put(control(KeyCode.valueOf("NUMPAD" + number)), () -> front.start(flow));
        }
        return all;
    }

    /** Where plus has no key of its own it is Shift and the key of equals, and some layouts have it the other way round. */
    private void putSizes(Map<KeyCombination, Runnable> all) {
        all.put(controlPerhapsShift(KeyCode.PLUS), () -> front.zoom(1));
        all.put(controlPerhapsShift(KeyCode.EQUALS), () -> front.zoom(1));
        all.put(control(KeyCode.ADD), () -> front.zoom(1));
        all.put(control(KeyCode.MINUS), () -> front.zoom(-1));
        all.put(control(KeyCode.SUBTRACT), () -> front.zoom(-1));
        all.put(control(KeyCode.DIGIT0), front::zoomBack);
        all.put(control(KeyCode.NUMPAD0), front::zoomBack);
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
    }

    private static KeyCombination controlPerhapsShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_ANY);
    }
}
