package fobsmith.desk.virtual;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.registry.RegistryRefusal;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** What the device is called. Whoever comes back to this screen has given up what was made after it. */
public final class NameController {
    private final Shift shift;
    private final Walk walk;
    private final VirtualModel model;

    @FXML
    private Page page;

    @FXML
    private TextField name;

    @FXML
    private Label rule;

    @FXML
    private Outcome outcome;

    @FXML
    private Button next;

    NameController(Shift shift, Walk walk, VirtualModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        shift.tasks().run(model::giveUp).start();
        page.setLead(shift.messages().text("virtual.name.lead", model.personName()));
        name.setText(model.proposal());
        name.textProperty().subscribe(_ -> outcome.clear());
        var wrong = Bindings.createBooleanBinding(() -> !DeviceName.isValid(name.getText()), name.textProperty());
        rule.visibleProperty().bind(wrong.and(name.textProperty().isNotEmpty()));
        rule.managedProperty().bind(rule.visibleProperty());
        next.disableProperty().bind(wrong.or(walk.working()));
    }

    @FXML
    void next() {
        var chosen = name.getText();
        walk.deed(() -> model.make(chosen))
                .onSuccess(_ -> walk.go(Screen.VIRTUAL_CODES))
                .onError(RegistryRefusal.TokenExists.class, _ -> taken(chosen))
                .onError(Exception.class, this::refused)
                .start();
    }

    private void taken(String chosen) {
        say("virtual.name.taken", model.personName(), chosen);
    }

    /** Of all that can be wrong with a request only the name was typed here. */
    private void refused(Exception failure) {
        if (failure instanceof IamException iam && iam.error() == IamError.VALIDATION_ERROR) {
            say("virtual.name.too-long");
        } else {
            DeviceFailures.say(failure, shift, outcome);
        }
    }

    private void say(String key, Object... values) {
        var messages = shift.messages();
        outcome.say(Outcome.Kind.REFUSAL, messages.text(key, values), messages.text(key + ".remedy"));
        name.requestFocus();
    }

    @FXML
    void back() {
        walk.back();
    }
}
