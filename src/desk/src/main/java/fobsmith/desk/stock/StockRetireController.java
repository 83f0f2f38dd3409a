package fobsmith.desk.stock;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Asks once more, so that nobody destroys a seed by a slip of the hand, or another token's. */
public final class StockRetireController {
    private static final int TYPED = 4;

    private final Shift shift;
    private final Walk walk;
    private final StockModel model;

    @FXML
    private Page page;

    @FXML
    private TextField typed;

    @FXML
    private Outcome outcome;

    @FXML
    private Button retire;

    StockRetireController(Shift shift, Walk walk, StockModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        var serial = model.serial().value();
        page.setStep(serial);
        var end = serial.substring(serial.length() - TYPED);
        retire.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !typed.getText().strip().equalsIgnoreCase(end), typed.textProperty()));
    }

    @FXML
    void retire() {
        DeedTask.of(walk, shift, outcome, () -> {
                    model.retire();
                    return true;
                })
                .onSuccess(_ -> walk.back())
                .start();
    }

    @FXML
    void back() {
        walk.back();
    }
}
