package fobsmith.desk.virtual;

import atlantafx.base.theme.Styles;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceFailures;
import java.time.Duration;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** For how long. */
public final class HoursController {
    private static final String USUAL = "12";

    private final Shift shift;
    private final Walk walk;
    private final TemporaryModel model;
    private final BooleanProperty wrong = new SimpleBooleanProperty();

    @FXML
    private Page page;

    @FXML
    private TextField hours;

    @FXML
    private Label end;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    HoursController(Shift shift, Walk walk, TemporaryModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setLead(shift.messages().text("temporary.hours.lead", model.personName()));
        hours.setText(USUAL);
        hours.textProperty().subscribe(_ -> look());
        next.disableProperty().bind(wrong.or(walk.working()));
    }

    private void look() {
        var messages = shift.messages();
        var typed = typed();
        wrong.set(typed.isEmpty());
        hours.pseudoClassStateChanged(Styles.STATE_DANGER, typed.isEmpty());
        if (typed.isEmpty()) {
            end.setText(messages.text(
                    "temporary.hours.rule",
                    String.valueOf(TemporaryModel.FEWEST_HOURS),
                    String.valueOf(TemporaryModel.MOST_HOURS)));
            return;
        }
        var moment = shift.clock().instant().plus(Duration.ofHours(typed.getAsInt()));
        end.setText(messages.text("temporary.hours.end", EndTime.text(moment, messages)));
    }

    private OptionalInt typed() {
        var text = hours.getText().strip();
        if (!text.matches("[0-9]{1,3}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(text);
        return number >= TemporaryModel.FEWEST_HOURS && number <= TemporaryModel.MOST_HOURS
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    @FXML
    void next() {
        typed().ifPresent(number -> walk.deed(() -> model.make(number))
                .onSuccess(_ -> walk.goForGood(Screen.TEMPORARY_DONE))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, outcome))
                .start());
    }

    @FXML
    void back() {
        walk.back();
    }
}
