package fobsmith.desk;

import static fobsmith.desk.DeskRig.onScreen;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** A hand on the mouse before the rig's window, and how often it clicked. */
final class Mouse {
    private final DeskRig rig;
    private int clicks;

    Mouse(DeskRig rig) {
        this.rig = rig;
    }

    /** On the button of this text; its underscore is not there to be seen. */
    void press(String text) {
        click(find(text, false), 1);
    }

    /** On what this selector names. */
    void pressAt(String selector) {
        click(onScreen(() -> rig.window.scene().lookup(selector)), 1);
    }

    /** Twice, on the row of a list that says this. */
    void chooseRow(String text) {
        var row = find(text, true);
        click(row, 1);
        click(row, 2);
    }

    private Node find(String text, boolean row) {
        return onScreen(() -> rig.window.scene().getRoot().lookupAll(row ? ".list-cell" : ".button").stream()
                .filter(node ->
                        row ? says(node, text) : ((Labeled) node).getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing to click on says \"%s\"".formatted(text))));
    }

    private static boolean says(Node node, String text) {
        return switch (node) {
            case Cell<?> cell when cell.isEmpty() -> false;
            case Cell<?> cell when cell.getGraphic() != null -> says(cell.getGraphic(), text);
            case Labeled label -> label.getText().equals(text);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().anyMatch(child -> says(child, text));
            default -> false;
        };
    }

    private void click(Node on, int inARow) {
        onScreen(() -> {
            fire(on, MouseEvent.MOUSE_PRESSED, inARow, true);
            fire(on, MouseEvent.MOUSE_RELEASED, inARow, false);
            fire(on, MouseEvent.MOUSE_CLICKED, inARow, false);
            return true;
        });
        clicks++;
        rig.settle();
    }

    private static void fire(Node on, EventType<MouseEvent> type, int inARow, boolean down) {
        var middle = on.localToScene(
                on.getLayoutBounds().getCenterX(), on.getLayoutBounds().getCenterY());
        Event.fireEvent(
                on,
                new MouseEvent(
                        type,
                        middle.getX(),
                        middle.getY(),
                        middle.getX(),
                        middle.getY(),
                        MouseButton.PRIMARY,
                        inARow,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(on, middle.getX(), middle.getY())));
    }

    /** How many clicks since it was asked last. */
    int takeClicks() {
        int taken = clicks;
        clicks = 0;
        return taken;
    }
}
