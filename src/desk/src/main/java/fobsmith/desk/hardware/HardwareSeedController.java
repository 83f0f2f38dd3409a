package fobsmith.desk.hardware;

import fobsmith.desk.Messages;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.devices.Instruction;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A token fresh from the box gets its seed; the operator presses and reads what it asks for. */
public final class HardwareSeedController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;
    private final Messages messages;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Runnable primary = () -> {};

    @FXML
    private Page page;

    @FXML
    private HBox working;

    @FXML
    private Label progress;

    @FXML
    private Label instruction;

    @FXML
    private TwoCodes codes;

    @FXML
    private Outcome outcome;

    @FXML
    private Button back;

    @FXML
    private Button next;

    HardwareSeedController(Shift shift, Walk walk, HardwareModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
        messages = shift.messages();
    }

    @FXML
    void initialize() {
        codes.use(messages, shift.clock());
        working.visibleProperty().bind(busy);
        working.managedProperty().bind(busy);
        next.managedProperty().bind(next.visibleProperty());
        if (model.isProven()) {
            proven();
        } else {
            ask(model::question);
        }
    }

    /** Somebody has come back from the codes. */
    private void proven() {
        show(outcome);
        Said.of("hardware.seed.proven", model.freshSerial()).on(outcome, Outcome.Kind.SUCCESS, messages);
        offer("common.continue", () -> walk.go(Screen.HARDWARE_CODES));
    }

    private void ask(Callable<Question> what) {
        busy.set(true);
        show(working);
        progress.setText(messages.text("hardware.seed.working"));
        shift.tasks()
                .create(what)
                .onSuccess(this::asked)
                .andFinally(() -> busy.set(false))
                .start();
    }

    /** Of what is in the middle of the page only this. */
    private void show(Node only) {
        page.setLead(messages.text("hardware.seed.lead", model.freshSerial()));
        for (var one : List.of(instruction, codes)) {
            one.setVisible(one.equals(only));
            one.setManaged(one.equals(only));
        }
        outcome.clear();
        next.setVisible(false);
        next.disableProperty().unbind();
        next.setDisable(false);
    }

    private void asked(Question question) {
        switch (question) {
            case Question.Act(var what) -> act(what);
            case Question.ReadCodes read -> readCodes(read);
            case Question.Proven _ -> walk.go(Screen.HARDWARE_CODES);
            case Question.Stopped(var failure) -> stopped(failure);
        }
    }

    private void act(Instruction what) {
        show(instruction);
        instruction.setText(messages.text(key(what)));
        offer("hardware.seed.pressed", () -> ask(model::done));
        next.requestFocus();
    }

    private static String key(Instruction what) {
        return switch (what) {
            case PRESS_UP_ARROW -> "hardware.seed.press-up-arrow";
        };
    }

    private void offer(String key, Runnable action) {
        primary = action;
        next.setText(messages.text(key));
        next.setVisible(true);
    }

    private void readCodes(Question.ReadCodes read) {
        show(codes);
        page.setLead(messages.text("hardware.seed.codes"));
        codes.clear();
        if (read.wrongBefore()) {
            Said.of("hardware.seed.wrong", String.valueOf(read.timesLeft()))
                    .on(outcome, Outcome.Kind.REFUSAL, messages);
        }
        offer("hardware.seed.check", () -> codes.pair().ifPresent(pair -> ask(() -> model.codes(pair.codes()))));
        next.disableProperty().bind(codes.complete().not());
        codes.requestFocus();
    }

    private void stopped(Exception failure) {
        show(outcome);
        var trouble = SeedTrouble.of(failure, model.freshSerial());
        trouble.ifPresentOrElse(
                known -> known.said().on(outcome, Outcome.Kind.REFUSAL, messages),
                () -> shift.desk().failures().say(failure, outcome));
        if (trouble.filter(known -> !known.again()).isPresent()) {
            back.requestFocus();
        } else {
            offer("hardware.seed.go-on", () -> ask(model::again));
            next.requestFocus();
        }
    }

    @FXML
    void next() {
        primary.run();
    }

    @FXML
    void back() {
        walk.back();
    }
}
