package fobsmith.desk.signin;

import fobsmith.desk.Desk;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import fobsmith.iam.console.CodeWanted;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.SignInStep;
import fobsmith.oath.OneTimePassword;
import fobsmith.registry.CodeOutcome;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /**
     * Knocks with what has been typed: with the passphrase, then perhaps with a code.
     *
     * @param begin what a passphrase is for; wipes it
     */
    void knock(Function<char[], SignInStep> begin, Consumer<Console> in) {
        var step = wanted;
        if (step == null) {
            var typed = Secrets.copy(passphrase);
            ask(() -> begin.apply(typed), in);
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
            case SignInStep.CodeRefused(var reason, var device) -> refuseCode(reason, device);
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

    private void refuseCode(CodeOutcome.Reason reason, Token device) {
        var key = key(reason);
        var messages = desk.messages();
        outcome.say(
                Outcome.Kind.REFUSAL,
                messages.text(key),
                messages.text(key + ".remedy", secondsUntil(device.pauseUntil())));
        codes.code().clear();
        codes.code().requestFocus();
    }

    private static String key(CodeOutcome.Reason reason) {
        return switch (reason) {
            case WRONG -> "sign-in.code-wrong";
            case CONSUMED -> "sign-in.code-consumed";
            case PAUSED -> "sign-in.code-paused";
            case UNCONFIRMED -> "sign-in.code-unconfirmed";
            case OVERTAKEN -> "sign-in.code-overtaken";
        };
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
        return desk.messages().text("sign-in.paused.remedy", secondsUntil(until));
    }

    private String secondsUntil(Instant end) {
        return String.valueOf(Duration.between(desk.clock().instant(), end).toSeconds() + 1);
    }
}
