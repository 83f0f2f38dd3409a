package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.registry.Token;
import java.util.AbstractList;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Tokens row by row; a row knows only its number, and asks for its token when it comes into sight. Screen's thread. */
public final class StockTable extends TableView<Integer> {
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final Label nothing = new Label();
    private IntFunction<Optional<Token>> tokens = _ -> Optional.empty();
    private Consumer<Token> chosen = _ -> {};

    public StockTable() {
        getStyleClass().add("stock-table");
        setPlaceholder(nothing);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                choose();
            }
        });
    }

    /** Once, before it is shown. */
    void use(Messages messages, Consumer<Token> onChosen) {
        chosen = onChosen;
        nothing.setText(messages.text("search.nothing"));
        setAccessibleText(messages.text("stock.table.accessible"));
        add(
                messages.text("stock.serial"),
                26,
                (token, cell) -> cell.setText(token.serial().value()));
        add(
                messages.text("stock.product"),
                18,
                (token, cell) -> cell.setText(token.manufacturer() + " " + token.model()));
        add(messages.text("stock.state"), 34, (token, cell) -> StateLook.show(token.state(), messages, cell));
        add(messages.text("stock.remark"), 22, (token, cell) -> cell.setText(remark(token, messages)));
    }

    private static String remark(Token token, Messages messages) {
        if (token.suspect()) {
            return messages.text("stock.suspect");
        }
        return token.toBeConfirmed() ? messages.text("stock.unconfirmed") : "";
    }

    private void add(String title, double share, BiConsumer<Token, Labeled> show) {
        var column = new TableColumn<Integer, Integer>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(share * 10);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(show));
        getColumns().add(column);
    }

    /** So many rows from now on, and whom to ask for each of them. */
    void show(int size, IntFunction<Optional<Token>> rows) {
        tokens = rows;
        setItems(FXCollections.observableList(new Numbers(size)));
        if (size > 0) {
            scrollTo(0);
        }
        changed();
    }

    /** Something that was missing is there now. */
    void changed() {
        version.set(version.get() + 1);
    }

    /** The token of the row that is selected, where it is here already. */
    Optional<Token> selected() {
        int index = getSelectionModel().getSelectedIndex();
        return index < 0 ? Optional.empty() : tokens.apply(index);
    }

    private void choose() {
        selected().ifPresent(chosen);
    }

    /** 0, 1, 2 …, without keeping any of them. */
    private static final class Numbers extends AbstractList<Integer> {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public int indexOf(Object wanted) {
            return wanted instanceof Integer number && number >= 0 && number < size ? number : -1;
        }
    }

    private final class Cell extends TableCell<Integer, Integer> {
        private final BiConsumer<Token, Labeled> show;

        Cell(BiConsumer<Token, Labeled> show) {
            this.show = show;
            version.subscribe(this::draw);
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            draw();
        }

        private void draw() {
            setGraphic(null);
            setText(null);
            var row = getItem();
            if (row != null && !isEmpty()) {
                tokens.apply(row).ifPresentOrElse(token -> show.accept(token, this), () -> setText("…"));
            }
        }
    }
}
