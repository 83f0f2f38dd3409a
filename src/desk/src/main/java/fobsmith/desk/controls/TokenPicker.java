package fobsmith.desk.controls;

import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A token: plugged in, scanned by a barcode scanner that types and presses Enter, or picked from stock. */
public final class TokenPicker extends StackPane {
    private static final Duration LOOK = Duration.seconds(1);

    private final SearchList search = new SearchList();
    private final Timeline looking = new Timeline();
    private volatile List<Choice> pluggedIn = List.of();
    private Tasks work = new Tasks(Runnable::run, Runnable::run);
    private Supplier<List<Choice>> seen = List::of;
    private boolean isLooking;
    private boolean failed;

    public TokenPicker() {
        getStyleClass().add("token-picker");
        getChildren().add(search);
        VBox.setVgrow(this, Priority.ALWAYS);
        looking.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                looking.stop();
            } else {
                looking.play();
            }
        });
    }

    /**
     * From what; call once. Both functions are called away from the screen's thread.
     *
     * @param cables what is plugged in; asked for once a second while the picker is in a window
     * @param stock what lies in the drawer and fits what was typed, at first nothing
     */
    public void use(
            Messages messages, Tasks tasks, Supplier<List<Choice>> cables, Function<String, List<Choice>> stock) {
        search.use(messages, tasks, messages.text("token.search"), typed -> found(typed, stock));
        work = tasks;
        seen = cables;
        looking.getKeyFrames().setAll(new KeyFrame(LOOK, _ -> look()));
        look();
    }

    /** One look at a time, however slow; what fails again and again is said once. */
    void look() {
        if (isLooking) {
            return;
        }
        isLooking = true;
        work.create(seen::get)
                .onSuccess(this::seen)
                .onError(Exception.class, failure -> {
                    if (!failed) {
                        failed = true;
                        work.report(failure);
                    }
                })
                .andFinally(() -> isLooking = false)
                .start();
    }

    private void seen(List<Choice> now) {
        failed = false;
        if (!now.equals(pluggedIn)) {
            pluggedIn = now;
            search.search();
        }
    }

    private List<Choice> found(String typed, Function<String, List<Choice>> stock) {
        var part = typed.strip().toUpperCase(Locale.ROOT);
        var cables = pluggedIn.stream()
                .filter(one -> one.name().toUpperCase(Locale.ROOT).contains(part))
                .toList();
        return Stream.concat(
                        cables.stream(),
                        stock.apply(typed.strip()).stream()
                                .filter(one -> cables.stream()
                                        .noneMatch(cable -> cable.name().equals(one.name()))))
                .toList();
    }

    /** Enter, two clicks, a scanner, or the button, which is off while nothing is selected. */
    public void onChosen(Button go, Consumer<Choice> handler) {
        search.onChosen(go, handler);
    }

    @Override
    public void requestFocus() {
        search.requestFocus();
    }
}
