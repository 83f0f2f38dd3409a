package fobsmith.desk.hardware;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.cable.ReadButton;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.desk.controls.TwoCodes;
import fobsmith.desk.device.DeviceFailures;
import fobsmith.iam.console.TypedPair;
import fobsmith.registry.CodePair;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Two codes of the token in hand, and it is the person's. */
public final class HardwareCodesController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;

    @FXML
    private Page page;

    @FXML
    private TwoCodes codes;

    @FXML
    private Outcome outcome;

    @FXML
    private ReadButton read;

    @FXML
    private Button enable;

    HardwareCodesController(Shift shift, Walk walk, HardwareModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        codes.use(shift.messages(), shift.clock());
        codes.onTyped(enable, walk, this::enable);
        read.use(shift, walk, model.serial(), codes, enable, outcome);
        read.visibleProperty().subscribe(_ -> tellWhichToken());
        if (model.wasFresh()) {
            // The codes it was proven by are used up.
            codes.ring().firstTypedAt(shift.clock().instant());
        }
    }

    private void tellWhichToken() {
        page.setLead(shift.messages().text(lead(), model.serial().value(), model.personName()));
    }

    private String lead() {
        if (model.wasFresh()) {
            return "hardware.codes.lead-fresh";
        }
        return read.isVisible() ? "hardware.codes.lead-cable" : "hardware.codes.lead";
    }

    private void enable(TypedPair typed) {
        outcome.clear();
        walk.deed(() -> model.enable(typed))
                .onSuccess(answer -> answered(answer, typed.codes()))
                .onError(RuntimeException.class, this::failed)
                .start();
    }

    private void answered(Codes answer, CodePair typed) {
        switch (answer) {
            case Codes.Enabled _ -> walk.goForGood(Screen.HARDWARE_DONE);
            case Codes.OutOfSync _ -> walk.goForGood(Screen.HARDWARE_RESYNC);
            case Codes.Refused(var why, var mayBeAnothers) -> {
                if (mayBeAnothers) {
                    why.on(outcome, Outcome.Kind.REFUSAL, shift.messages(), askWhose(typed));
                } else {
                    why.on(outcome, Outcome.Kind.REFUSAL, shift.messages());
                }
                codes.clear();
            }
        }
    }

    private Button askWhose(CodePair typed) {
        var button = new Button(shift.messages().text("hardware.whose.ask"));
        button.setMnemonicParsing(true);
        button.disableProperty().bind(walk.working());
        button.setOnAction(_ -> walk.once(() -> model.whose(typed))
                .onSuccess(this::found)
                .onError(RuntimeException.class, this::failed)
                .start());
        return button;
    }

    /** Another token is offered only where the person can have it. */
    private void found(CodeTroubles.Owner owner) {
        var other = owner.serial();
        if (other == null) {
            owner.said().on(outcome, Outcome.Kind.WARNING, shift.messages());
            codes.requestFocus();
        } else {
            var take = take(other.value());
            owner.said().on(outcome, Outcome.Kind.WARNING, shift.messages(), take);
            take.requestFocus();
        }
    }

    private Button take(String serial) {
        var button = new Button(shift.messages().text("hardware.whose.take", serial));
        button.setMnemonicParsing(true);
        button.disableProperty().bind(walk.working());
        button.setOnAction(_ -> walk.once(() -> model.pick(serial))
                .onSuccess(this::picked)
                .onError(RuntimeException.class, this::failed)
                .start());
        return button;
    }

    private void picked(Pick pick) {
        switch (pick) {
            case Pick.Ready ready -> {
                shift.tasks().run(model.letGo()).start();
                model.take(ready);
                outcome.clear();
                tellWhichToken();
                read.of(ready.serial());
                codes.clear();
            }
            case Pick.Fresh fresh -> {
                shift.tasks().run(model.letGo()).start();
                model.take(fresh);
                walk.go(Screen.HARDWARE_SEED);
            }
            case Pick.Refused(var why) -> why.on(outcome, Outcome.Kind.REFUSAL, shift.messages());
        }
    }

    /** Somebody else was faster, or the policies have changed. */
    private void failed(RuntimeException failure) {
        DeviceFailures.say(failure, shift, outcome);
        codes.clear();
    }

    @FXML
    void back() {
        walk.back();
    }
}
