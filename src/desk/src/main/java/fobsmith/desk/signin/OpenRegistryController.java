package fobsmith.desk.signin;

import fobsmith.desk.Failures;
import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.registry.Registry;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;

/** Asks for the passphrase of the registry itself, where no key file is there. */
public final class OpenRegistryController {
    private final Messages messages;
    private final Tasks tasks;
    private final Path file;
    private final Function<char[], Registry> opener;
    private final Consumer<Registry> then;

    @FXML
    private Page page;

    @FXML
    private PasswordField passphrase;

    @FXML
    private Outcome outcome;

    @FXML
    private Button open;

    /**
     * A screen for one registry.
     *
     * @param opener wipes what it is given
     * @param then takes the registry over
     */
    public OpenRegistryController(
            Messages messages, Tasks tasks, Path file, Function<char[], Registry> opener, Consumer<Registry> then) {
        this.messages = messages;
        this.tasks = tasks;
        this.file = file;
        this.opener = opener;
        this.then = then;
    }

    @FXML
    void initialize() {
        page.setLead(messages.text("open.lead", file.toString()));
    }

    @FXML
    void open() {
        var typed = Secrets.copy(passphrase);
        passphrase.clear();
        outcome.clear();
        open.setDisable(true);
        tasks.create(() -> opener.apply(typed))
                .onSuccess(then)
                .onError(RuntimeException.class, failure -> {
                    new Failures(messages).say(failure, outcome);
                    passphrase.requestFocus();
                })
                .andFinally(() -> open.setDisable(false))
                .start();
    }
}
