package fobsmith.desk.device;

import fobsmith.desk.Messages;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Somebody's devices, as high as they are many: what each is called, its kind, how it stands, and whether its clock strays. */
public final class DeviceList extends StackPane {
    private final ListView<Token> list = new ListView<>();
    private Runnable onChosen = () -> {};

    public DeviceList() {
        getStyleClass().add("device-list");
        list.setId("devices");
        // A little more than the rows, or a bar to scroll by appears.
        list.prefHeightProperty()
                .bind(list.fixedCellSizeProperty()
                        .multiply(Bindings.size(list.getItems()))
                        .add(2));
        list.setMinHeight(USE_PREF_SIZE);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        visibleProperty().bind(Bindings.isNotEmpty(list.getItems()));
        managedProperty().bind(visibleProperty());
        getChildren().add(list);
    }

    /** The first arrow down goes to the first device; without this it would skip that. */
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            onChosen.run();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN && list.getSelectionModel().isEmpty()) {
            selectFirst();
            event.consume();
        }
    }

    /** Call once. */
    public void use(Messages messages) {
        list.setAccessibleText(messages.text("device.list"));
        list.setCellFactory(_ -> new Cell(messages));
    }

    /**
     * Shows these. What was selected before is again if it is still there, and one alone always; of several none is, so that
     * nobody takes the wrong one by pressing Enter once too often.
     */
    public void show(List<Token> devices) {
        var before = selected().get();
        list.getItems().setAll(devices);
        int again = before == null ? -1 : index(devices, before.serial());
        if (devices.size() == 1) {
            selectFirst();
        } else if (again >= 0) {
            list.getSelectionModel().select(again);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    public void selectFirst() {
        list.getSelectionModel().select(0);
    }

    private static int index(List<Token> devices, SerialNumber serial) {
        return devices.stream().map(Token::serial).toList().indexOf(serial);
    }

    public ReadOnlyObjectProperty<Token> selected() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /** Enter in the list. */
    public void onChosen(Runnable handler) {
        onChosen = handler;
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private static final class Cell extends ListCell<Token> {
        private final DeviceWords words;
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label strayed = new Label();
        private final Label about = new Label();
        private final HBox row;

        Cell(Messages messages) {
            words = new DeviceWords(messages);
            strayed.setText(messages.text("device.strayed"));
            strayed.getStyleClass().add("strayed");
            name.getStyleClass().add("choice-name");
            about.getStyleClass().add("choice-detail");
            var head = new HBox(name, strayed);
            head.getStyleClass().add("device-head");
            var text = new VBox(head, about);
            // As wide as the list and no wider, or a bar to scroll by appears.
            setPrefWidth(0);
            text.setAlignment(Pos.CENTER_LEFT);
            row = new HBox(icon, text);
            row.getStyleClass().add("choice-row");
        }

        @Override
        protected void updateItem(Token token, boolean empty) {
            super.updateItem(token, empty);
            if (empty || token == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            icon.setIconCode(icon(token));
            name.setText(DeviceWords.name(token));
            about.setText(words.about(token));
            strayed.setVisible(token.suspect());
            setGraphic(row);
            setAccessibleText(
                    name.getText() + ", " + about.getText() + (token.suspect() ? ", " + strayed.getText() : ""));
        }

        private static Feather icon(Token token) {
            return switch (token.serial()) {
                case SerialNumber.Hardware _ -> Feather.HASH;
                case SerialNumber.VirtualArn _ -> Feather.SMARTPHONE;
            };
        }
    }
}
