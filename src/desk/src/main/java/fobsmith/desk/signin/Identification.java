package fobsmith.desk.signin;

import fobsmith.desk.Desk;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import fobsmith.iam.console.CodeWanted;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.SignInStep;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.SerialNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import org.jspecify.annotations.Nullable;

/** What signing in and unlocking have in common: a passphrase, perhaps a code, and what was wrong with them. */
final class Identification {
    private final Desk desk;
    private final PasswordField passphrase;
    private final CodeColumn codes;
    private final Outcome outcome;
    private final Node button;
    private @Nullable CodeWanted wanted;

    Identification(Desk desk, PasswordField passphrase, CodeColumn codes, Outcome outcome, Node button) {
        this.desk = desk;
        this.passphrase = passphrase;
        this.codes = codes;
        this.outcome = outcome;
        this.button = button;
        passphrase.lengthProperty().subscribe(length -> {
            if (length.intValue() > 0) {
                startOver();
            }
        });
    }

    /** Where a code is typed, once one is wanted. */
    record CodeColumn(Node column, ChoiceBox<SerialNumber> device, CodeField code) {}

    /** Whether something is there to knock with. */
    boolean isTyped() {
        return wanted != null || passphrase.getLength() > 0;
    }

    /** Another passphrase, or another name: whatever code was wanted is not any more. */
    void startOver() {
        if (wanted != null) {
            wanted = null;
            show(codes.column(), false);
            codes.code().clear();
        }
    }

    /** Knocks with what has been typed: with the passphrase, then perhaps with a code. */
    void knock(String user, Consumer<Console> in) {
        var step = wanted;
        if (step == null) {
            var typed = Secrets.copy(passphrase);
            ask(() -> desk.signIn().begin(user, typed), in);
        } else if (codes.code().isComplete()) {
            var device = codes.device().getValue();
            var code = OneTimePassword.parse(codes.code().getText());
            ask(() -> step.show(device, code), in);
        } else {
            codes.code().requestFocus();
        }
    }

    private void ask(Callable<SignInStep> step, Consumer<Console> in) {
        outcome.clear();
        button.setDisable(true);
        desk.tasks()
                .create(step)
                .onSuccess(answer -> answered(answer, in))
                .onError(Exception.class, failure -> desk.failures().say(failure, outcome))
                .andFinally(() -> button.setDisable(false))
                .start();
    }

    private void answered(SignInStep answer, Consumer<Console> in) {
        switch (answer) {
            case SignInStep.SignedIn(var console) -> {
                passphrase.clear();
                codes.code().clear();
                in.accept(console);
            }
            case CodeWanted step -> askForCode(step);
            case SignInStep.Refused _ -> refuse("sign-in.wrong", desk.messages().text("sign-in.wrong.remedy"));
            case SignInStep.Paused(var until) -> refuse("sign-in.paused", pause(until));
            case SignInStep.CodeRefused _ -> refuseCode();
        }
    }

    /** The passphrase has done its work: it does not stay in the field while somebody looks for his device. */
    private void askForCode(CodeWanted step) {
        passphrase.clear();
        wanted = step;
        var serials = step.devices().stream().map(device -> device.serial()).toList();
        codes.device().getItems().setAll(serials);
        codes.device().setValue(serials.getFirst());
        show(codes.device(), serials.size() > 1);
        show(codes.column(), true);
        codes.code().requestFocus();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void refuseCode() {
        var messages = desk.messages();
        outcome.say(
                Outcome.Kind.REFUSAL, messages.text("sign-in.code-wrong"), messages.text("sign-in.code-wrong.remedy"));
        codes.code().clear();
        codes.code().requestFocus();
    }

    private void refuse(String sentence, String remedy) {
        wanted = null;
        show(codes.column(), false);
        outcome.say(Outcome.Kind.REFUSAL, desk.messages().text(sentence), remedy);
        codes.code().clear();
        passphrase.clear();
        passphrase.requestFocus();
    }

    private String pause(Instant until) {
        long left = Duration.between(desk.clock().instant(), until).toSeconds() + 1;
        return desk.messages().text("sign-in.paused.remedy", String.valueOf(left));
    }
}
