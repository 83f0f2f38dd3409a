package fobsmith.desk;

import atlantafx.base.controls.ModalPane;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The frame around every screen: a bar above it, perhaps a panel beside it, perhaps something that covers all. Screen's thread. */
public final class DeskWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;
    private static final double LARGEST_TYPE = 2.0;
    private static final double SMALLEST_TYPE = 0.8;
    private static final double ONE_NOTCH = 0.1;

    /** From here on a cell of a table needs two lines; desk.css says how. */
    private static final double LARGE_TYPE = 1.3;

    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

    private final BorderPane frame = new BorderPane();
    private final StackPane cover = new StackPane();
    private final ModalPane dialogs = new ModalPane();
    private final StackPane root = new StackPane(frame, cover, dialogs);
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private double type = 1.0;
    private @Nullable Node before;
    private Consumer<Runnable> leaving = Runnable::run;

    public DeskWindow() {
        root.getStyleClass().add("desk");
        cover.getStyleClass().add("cover");
        cover.setVisible(false);
        dialogs.setId("dialogs");
        dialogs.setFocusTraversable(false);
        // At once: a key pressed while a box still fades would go to what is behind it.
        dialogs.setInTransitionFactory(null);
        dialogs.setOutTransitionFactory(null);
        dialogs.displayProperty().subscribe(shown -> {
            if (!shown) {
                giveBack();
            }
        });
        var style = DeskWindow.class.getResource("desk.css");
        if (style == null) {
            throw new IllegalStateException("there is no desk.css");
        }
        scene.getStylesheets().add(style.toExternalForm());
    }

    public Scene scene() {
        return scene;
    }

    /** Puts a screen into the middle, and the keyboard where it says {@code focus-first}, else on the screen itself. */
    public void show(Parent screen) {
        frame.setCenter(screen);
        focusFirst(screen);
    }

    /** Left to itself, JavaFX would give the keyboard to the bar above at some later pulse, and until then to what has gone. */
    private static void focusFirst(Parent screen) {
        screen.applyCss();
        // Ignored by what cannot take the keyboard; the screen always can.
        screen.requestFocus();
        var first = screen.lookup(".focus-first");
        if (first != null) {
            first.requestFocus();
        }
    }

    public void showTopBar(Node bar) {
        frame.setTop(bar);
    }

    public void hideTopBar() {
        frame.setTop(null);
    }

    /** What is done before the window closes; it goes on by running what it is given. */
    void onLeaving(Consumer<Runnable> work) {
        leaving = work;
    }

    /** Puts away what is open, then goes on. */
    void leave(Runnable then) {
        leaving.accept(then);
    }

    /** Whether somebody has written something into the screen. */
    public boolean hasTyped() {
        return frame.getCenter() instanceof Parent screen && hasTyped(screen);
    }

    private static boolean hasTyped(Node node) {
        return switch (node) {
            case TextInputControl field -> field.getLength() > 0;
            case Parent parent -> parent.getChildrenUnmodifiable().stream().anyMatch(DeskWindow::hasTyped);
            default -> false;
        };
    }

    /** Something beside every screen, until the window closes. */
    public void showBeside(Node panel) {
        root.getChildren().clear();
        var covered = new StackPane(frame, cover);
        var all = new BorderPane(covered);
        all.setRight(panel);
        root.getChildren().addAll(all, dialogs);
    }

    /** Hides all that the window shows behind this, until {@link #uncover}. */
    public void cover(Parent screen) {
        closeDialog();
        frame.setVisible(false);
        cover.getChildren().setAll(screen);
        cover.setVisible(true);
        focusFirst(screen);
    }

    public void uncover() {
        cover.setVisible(false);
        cover.getChildren().clear();
        frame.setVisible(true);
        rearm();
        if (frame.getCenter() instanceof Parent screen) {
            focusFirst(screen);
        }
    }

    /** Enter belonged to the cover's button, and with that it went. */
    private void rearm() {
        frame.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(Button::isDefaultButton)
                .forEach(button -> {
                    button.setDefaultButton(false);
                    button.setDefaultButton(true);
                });
    }

    public boolean isCovered() {
        return cover.isVisible();
    }

    /** In a box over everything else; Escape closes it. */
    public void showDialog(Node box) {
        if (!hasDialog()) {
            before = scene.getFocusOwner();
        }
        if (box instanceof Region region) {
            // As high as what is in it; a smaller window makes it scroll.
            region.setMaxHeight(Region.USE_PREF_SIZE);
        }
        dialogs.show(box);
        box.lookupAll(".button").stream().reduce((_, last) -> last).ifPresent(Node::requestFocus);
    }

    /** The keyboard is where it was before there was a box. */
    private void giveBack() {
        var owner = before;
        before = null;
        if (owner != null && scene.equals(owner.getScene())) {
            owner.requestFocus();
        }
    }

    public void closeDialog() {
        dialogs.hide(true);
    }

    public boolean hasDialog() {
        return dialogs.isDisplay();
    }

    /** Larger or smaller type, by so many notches; everything is measured in it. */
    public void zoom(int notches) {
        type = Math.clamp(type + notches * ONE_NOTCH, SMALLEST_TYPE, LARGEST_TYPE);
        // A comma in it, as in half of Europe, would be no number to CSS.
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fem;", type));
        root.pseudoClassStateChanged(LARGE, type >= LARGE_TYPE);
    }

    /** Type as it was at first. */
    public void zoomBack() {
        type = 1.0;
        root.setStyle("");
        root.pseudoClassStateChanged(LARGE, false);
    }
}
