package fobsmith.desk.stock;

import fobsmith.desk.Refusals;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.cable.ReadButton;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodeOutcome;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Two codes of the token in hand: is it the one that the registry means? */
public final class StockCheckController {
    private final Shift shift;
    private final Walk walk;
    private final StockModel model;

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

    @FXML
    private ReadButton read;

    @FXML
    private Outcome outcome;

    @FXML
    private Button check;

    StockCheckController(Shift shift, Walk walk, StockModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setStep(model.serial().value());
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(check, walk, this::check);
        read.use(shift, walk, model.serial(), codes, check, outcome);
    }

    private void check(TypedPair typed) {
        DeedTask.of(walk, shift, outcome, () -> model.check(typed.codes()))
                .onSuccess(this::answered)
                .start();
    }

    private void answered(CodeOutcome answer) {
        switch (answer) {
            case CodeOutcome.Accepted _ -> walk.back();
            case CodeOutcome.Refused(var reason) -> {
                new Refusals(shift.messages()).say(reason, outcome);
                codes.clear();
            }
        }
    }

    @FXML
    void back() {
        walk.back();
    }
}
