package fobsmith.desk.stock;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.registry.Inventory;
import fobsmith.registry.Token;
import fobsmith.registry.TokenFilter;
import fobsmith.registry.TokenState;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Every fob there is, and filters. */
public final class StockListController {
    private static final Duration TYPING = Duration.millis(120);

    private final Shift shift;
    private final Walk walk;
    private final StockModel model;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private long asked;

    @FXML
    private TextField prefix;

    @FXML
    private ComboBox<ProductChoice> product;

    @FXML
    private StateChips states;

    @FXML
    private StockTable table;

    @FXML
    private Button open;

    StockListController(Shift shift, Walk walk, StockModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        table.use(shift.messages(), this::open);
        open.disableProperty()
                .bind(table.getSelectionModel().selectedIndexProperty().lessThan(0));
        prefix.setText(model.filter().prefix());
        prefix.textProperty().subscribe((_, _) -> typing.playFromStart());
        prefix.addEventFilter(KeyEvent.KEY_PRESSED, this::inField);
        typing.setOnFinished(_ -> look());
        prefix.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                typing.stop();
            }
        });
        states.onChosen(this::lookAt);
        shift.tasks().create(model::products).onSuccess(this::offer).start();
        look();
    }

    private void offer(List<Inventory.Product> products) {
        product.getItems().add(ProductChoice.all(shift.messages()));
        products.forEach(one -> product.getItems().add(ProductChoice.of(one, shift.messages())));
        product.getItems().stream()
                .filter(one -> one.isOf(model.filter()))
                .findFirst()
                .ifPresent(product::setValue);
        product.valueProperty().subscribe((_, _) -> look());
    }

    private TokenFilter wanted(@Nullable TokenState state) {
        var of = product.getValue();
        return new TokenFilter(
                state,
                of == null ? model.filter().manufacturer() : of.manufacturer(),
                of == null ? model.filter().model() : of.model(),
                prefix.getText().strip(),
                null);
    }

    private void lookAt(@Nullable TokenState state) {
        model.lookFor(wanted(state));
        look();
    }

    /** Of several answers on their way only the last counts. */
    private void look() {
        long mine = ++asked;
        var wanted = wanted(model.filter().state());
        model.lookFor(wanted);
        shift.tasks()
                .create(() -> model.look(wanted))
                .onSuccess(view -> {
                    if (mine == asked) {
                        show(view);
                    }
                })
                .start();
    }

    private void show(StockView view) {
        states.show(view, shift.messages());
        var pages = new TokenPages(shift.tasks(), number -> model.page(view, number), table::changed);
        table.show(view.size(), pages::at);
        if (view.size() > 0) {
            pages.at(0);
        }
    }

    private void inField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
            table.requestFocus();
            table.getSelectionModel().select(0);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !prefix.getText().isBlank()) {
            openTyped();
            event.consume();
        }
    }

    /** What a scanner types ends in Enter, sooner than the list has followed. */
    private void openTyped() {
        typing.stop();
        look();
        var wanted = model.filter();
        shift.tasks()
                .create(() -> model.only(wanted.prefix(), wanted))
                .onSuccess(found -> found.ifPresent(this::open))
                .start();
    }

    private void open(Token token) {
        model.open(token);
        walk.go(Screen.STOCK_TOKEN);
    }

    @FXML
    void open() {
        table.selected().ifPresent(this::open);
    }

    @FXML
    void back() {
        walk.back();
    }
}
