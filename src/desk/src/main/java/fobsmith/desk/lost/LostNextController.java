package fobsmith.desk.lost;

import fobsmith.desk.Messages;
import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.desk.device.DeviceWords;
import fobsmith.registry.SerialNumber;
import java.time.Duration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** It is reported; how its person gets through the day. */
public final class LostNextController {
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final List<Duration> LIFETIMES =
            List.of(Duration.ofHours(1), Duration.ofHours(8), ONE_DAY, Duration.ofDays(3), Duration.ofDays(7));

    private final Shift shift;
    private final Walk walk;
    private final LostModel model;
    private final ToggleGroup lifetime = new ToggleGroup();

    @FXML
    private Outcome outcome;

    @FXML
    private VBox lifetimeColumn;

    @FXML
    private FlowPane lifetimes;

    @FXML
    private Outcome refusal;

    @FXML
    private Button done;

    @FXML
    private Button lend;

    LostNextController(Shift shift, Walk walk, LostModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        sayWhatHappened(shift.messages());
        lend.disableProperty().bind(walk.working());
        LIFETIMES.forEach(this::offer);
        lifetimes.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        if (model.bereft().isEmpty()) {
            offerNothing();
        }
    }

    /** Else Enter would only press what is pressed already. */
    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            lend();
            event.consume();
        }
    }

    private void offer(Duration length) {
        var one = new RadioButton(words(length));
        one.setUserData(length);
        one.setToggleGroup(lifetime);
        one.setSelected(length.equals(ONE_DAY));
        lifetimes.getChildren().add(one);
    }

    private String words(Duration length) {
        var messages = shift.messages();
        if (length.compareTo(ONE_DAY) > 0) {
            return messages.text("lost.days", String.valueOf(length.toDays()));
        }
        return length.toHours() == 1
                ? messages.text("lost.one-hour")
                : messages.text("lost.hours", String.valueOf(length.toHours()));
    }

    private void sayWhatHappened(Messages messages) {
        var name = DeviceWords.name(model.lost());
        var next = model.bereft()
                .map(person -> messages.text("lost.next.person", person.name()))
                .orElseGet(() -> messages.text("lost.next.stock"));
        switch (model.lost().serial()) {
            case SerialNumber.Hardware _ -> outcome.say(Outcome.Kind.SUCCESS, messages.text("lost.done", name), next);
            case SerialNumber.VirtualArn _
            when model.seedRemains() ->
                outcome.say(Outcome.Kind.WARNING, messages.text("lost.done-phone-kept", name), next);
            case SerialNumber.VirtualArn _ ->
                outcome.say(Outcome.Kind.SUCCESS, messages.text("lost.done-phone", name), next);
        }
    }

    private void offerNothing() {
        for (var node : List.of(lifetimeColumn, lend)) {
            node.setVisible(false);
            node.setManaged(false);
        }
        lend.setDefaultButton(false);
        done.setDefaultButton(true);
        done.getStyleClass().setAll("button", "accent", "focus-first");
    }

    @FXML
    void lend() {
        var length = (Duration) lifetime.getSelectedToggle().getUserData();
        walk.deed(() -> model.lend(length))
                .onSuccess(_ -> walk.goForGood(Screen.LOST_TEMPORARY))
                .onError(Exception.class, failure -> DeviceFailures.say(failure, shift, refusal))
                .start();
    }

    @FXML
    void done() {
        walk.end();
    }
}
