package fobsmith.desk.hardware;

import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import java.awt.print.PrinterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** It is the person's, and he signs for it. */
public final class HardwareDoneController {
    private final Shift shift;
    private final Walk walk;
    private final HardwareModel model;
    private final Paper paper;
    private final ZoneId zone;

    @FXML
    private Outcome outcome;

    @FXML
    private Outcome receipt;

    @FXML
    private Button save;

    HardwareDoneController(Shift shift, Walk walk, HardwareModel model, Paper paper, ZoneId zone) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
        this.paper = paper;
        this.zone = zone;
    }

    @FXML
    void initialize() {
        var token = model.token();
        var serial = token.serial().value();
        if (model.isOutOfStep()) {
            Said.of("hardware.done.out-of-step", serial, model.personName())
                    .on(outcome, Outcome.Kind.WARNING, shift.messages());
        } else if (model.isSuspect()) {
            var off = Duration.ofMillis(token.clock().driftMillis()).toSeconds();
            Said.of("hardware.done.suspect", serial, model.personName(), String.valueOf(Math.abs(off)))
                    .on(outcome, Outcome.Kind.WARNING, shift.messages());
        } else {
            Said.of("hardware.done", serial, model.personName()).on(outcome, Outcome.Kind.SUCCESS, shift.messages());
        }
    }

    private ReceiptText text() {
        return ReceiptText.of(model.receipt(), shift.messages(), zone);
    }

    @FXML
    void save() {
        var text = text();
        paper.askFor(text.fileName(), save.getScene().getWindow()).ifPresent(file -> save(text, file));
    }

    /** The buttons stay on meanwhile: from one that goes off the keyboard moves on, and a second press would be one of Done. */
    private void save(ReceiptText text, Path file) {
        walk.once(() -> Files.write(file, ReceiptPage.pdf(text)))
                .onSuccess(_ -> say(Outcome.Kind.SUCCESS, "hardware.receipt.saved", file.toString()))
                .onError(
                        IOException.class,
                        _ -> say(Outcome.Kind.REFUSAL, "hardware.receipt.not-saved", file.toString()))
                .start();
    }

    @FXML
    void print() {
        var text = text();
        walk.once(() -> paper.print(ReceiptPage.pdf(text)))
                .onSuccess(this::printed)
                .onError(PrinterException.class, _ -> say(Outcome.Kind.REFUSAL, "hardware.receipt.not-printed"))
                .onError(IOException.class, _ -> say(Outcome.Kind.REFUSAL, "hardware.receipt.not-printed"))
                .start();
    }

    private void printed(Optional<String> printer) {
        printer.ifPresentOrElse(
                name -> say(Outcome.Kind.SUCCESS, "hardware.receipt.printed", name),
                () -> say(Outcome.Kind.REFUSAL, "hardware.receipt.no-printer"));
    }

    private void say(Outcome.Kind kind, String key, String... values) {
        Said.of(key, values).on(receipt, kind, shift.messages());
    }

    @FXML
    void done() {
        walk.end();
    }
}
