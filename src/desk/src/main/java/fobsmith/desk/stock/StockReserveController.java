package fobsmith.desk.stock;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Choice;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.PersonSearch;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** For whom is it set aside? */
public final class StockReserveController {
    private final Shift shift;
    private final Walk walk;
    private final StockModel model;

    @FXML
    private Page page;

    @FXML
    private PersonSearch person;

    @FXML
    private Outcome outcome;

    @FXML
    private Button reserve;

    StockReserveController(Shift shift, Walk walk, StockModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setStep(model.serial().value());
        person.use(shift.messages(), shift.tasks(), model::people);
        person.onChosen(reserve, this::choose);
    }

    private void choose(Choice choice) {
        DeedTask.of(walk, shift, outcome, () -> {
                    model.reserve(choice.name());
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
