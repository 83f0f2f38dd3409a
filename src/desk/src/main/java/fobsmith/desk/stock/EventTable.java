package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.iam.console.TokenEvent;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What the audit trail says of a token, newest first. Screen's thread. */
public final class EventTable extends TableView<TokenEvent> {
    public EventTable() {
        getStyleClass().add("event-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    /** Once, before it is shown. */
    void use(Messages messages) {
        setAccessibleText(messages.text("stock.events"));
        setPlaceholder(new Label(messages.text("stock.no-event")));
        var words = new StockWords(messages);
        add(
                messages.text("stock.event.when"),
                16,
                event -> words.when(event.deed().at()));
        add(messages.text("stock.event.what"), 26, event -> EventWords.of(event.deed(), messages));
        add(messages.text("stock.event.who"), 16, TokenEvent::actor);
        add(messages.text("stock.event.where"), 16, event -> event.deed().host());
    }

    private void add(String title, double share, Function<TokenEvent, String> text) {
        var column = new TableColumn<TokenEvent, String>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(share * 10);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        getColumns().add(column);
    }

    void show(List<TokenEvent> events) {
        getItems().setAll(events);
    }
}
