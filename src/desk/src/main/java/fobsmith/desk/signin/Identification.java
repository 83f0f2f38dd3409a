package fobsmith.desk.signin;

import fobsmith.desk.Desk;
import fobsmith.desk.Door;
import fobsmith.desk.Shift;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;

/** What signing in and unlocking have in common: a passphrase, perhaps a code, and what was wrong with them. */
final class Identification {
    private final Desk desk;
    private final PasswordField passphrase;
    private final Node codeColumn;
    private final CodeField code;
    private final Outcome outcome;
    private final Node button;

    Identification(
            Desk desk, PasswordField passphrase, Node codeColumn, CodeField code, Outcome outcome, Node button) {
        this.desk = desk;
        this.passphrase = passphrase;
        this.codeColumn = codeColumn;
        this.code = code;
        this.outcome = outcome;
        this.button = button;
    }

    /** Knocks with what has been typed. */
    void knock(String user, Consumer<Shift> in) {
        outcome.clear();
        button.setDisable(true);
        var typed = typed();
        var digits = code.getText();
        desk.tasks()
                .create(() -> desk.door().knock(user, typed, digits))
                .onSuccess(entry -> answered(entry, in))
                .andFinally(() -> {
                    Arrays.fill(typed, '\0');
                    button.setDisable(false);
                })
                .start();
    }

    private char[] typed() {
        var text = passphrase.getCharacters();
        var copy = new char[text.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text.charAt(i);
        }
        return copy;
    }

    private void answered(Door.Entry entry, Consumer<Shift> in) {
        switch (entry) {
            case Door.Entry.In(var shift) -> in.accept(shift);
            case Door.Entry.CodeWanted _ -> askForCode();
            case Door.Entry.Wrong _ -> refuse("sign-in.wrong", "sign-in.wrong.remedy");
            case Door.Entry.Paused paused -> pause(paused);
            case Door.Entry.NoPassphrase _ -> refuse("sign-in.no-passphrase", "sign-in.no-passphrase.remedy");
        }
    }

    private void askForCode() {
        codeColumn.setVisible(true);
        codeColumn.setManaged(true);
        code.requestFocus();
    }

    private void refuse(String sentence, String remedy) {
        var messages = desk.messages();
        outcome.say(Outcome.Kind.REFUSAL, messages.text(sentence), messages.text(remedy));
        startOver();
    }

    private void pause(Door.Entry.Paused paused) {
        var messages = desk.messages();
        long left = paused.until() == null
                ? 0
                : Math.max(1, Duration.between(desk.clock().instant(), paused.until()).toSeconds());
        var remedy = left == 0
                ? messages.text("sign-in.paused.remedy")
                : messages.text("sign-in.paused.seconds", String.valueOf(left));
        outcome.say(Outcome.Kind.REFUSAL, messages.text("sign-in.paused"), remedy);
        startOver();
    }

    private void startOver() {
        code.clear();
        passphrase.clear();
        passphrase.requestFocus();
    }
}
