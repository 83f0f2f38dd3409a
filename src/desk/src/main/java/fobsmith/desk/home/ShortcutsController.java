package fobsmith.desk.home;

import fobsmith.desk.Flow;
import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Every key that means the same everywhere. */
public final class ShortcutsController {
    private final Shift shift;
    private final Front front;

    @FXML
    private GridPane keys;

    public ShortcutsController(Shift shift, Front front) {
        this.shift = shift;
        this.front = front;
    }

    @FXML
    void initialize() {
        var messages = shift.messages();
        var flows = front.flows();
        for (int number = 1; number <= flows.size() && Flow.hasKey(number); number++) {
            add("Ctrl+" + number, messages.text(flows.get(number - 1).name() + ".card"));
        }
        add("Enter", messages.text("key.enter"));
        add("Esc", messages.text("key.escape"));
        add("Ctrl+L", messages.text("key.lock"));
        add("Ctrl+Q", messages.text("key.sign-out"));
        add("Ctrl+G", messages.text("key.language"));
        add("Ctrl+D", messages.text("key.theme"));
        add("Ctrl++  Ctrl+−  Ctrl+0", messages.text("key.zoom"));
        add("F1", messages.text("key.shortcuts"));
    }

    private void add(String key, String meaning) {
        var label = new Label(key);
        label.getStyleClass().add("key");
        keys.addRow(keys.getRowCount(), label, new Label(meaning));
    }

    @FXML
    void close() {
        front.closeDialog();
    }
}
