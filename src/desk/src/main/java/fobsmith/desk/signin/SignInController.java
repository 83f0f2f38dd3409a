package fobsmith.desk.signin;

import fobsmith.desk.Desk;
import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import fobsmith.iam.console.Console;
import fobsmith.registry.SerialNumber;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The first screen: who is it? */
public final class SignInController {
    private final Desk desk;
    private final Front front;

    @FXML
    private TextField user;

    @FXML
    private PasswordField passphrase;

    @FXML
    private VBox codeColumn;

    @FXML
    private ChoiceBox<SerialNumber> device;

    @FXML
    private CodeField code;

    private @Nullable Identification identification;

    @FXML
    private Outcome outcome;

    @FXML
    private Button language;

    @FXML
    private Button enter;

    public SignInController(Desk desk, Front front) {
        this.desk = desk;
        this.front = front;
    }

    @FXML
    void initialize() {
        identification = new Identification(
                desk, passphrase, new Identification.CodeColumn(codeColumn, device, code), outcome, enter);
        user.textProperty().subscribe(identification::startOver);
        language.setText(desk.messages().language().next().ownName());
    }

    @FXML
    void enter() {
        var name = user.getText().strip();
        if (name.isEmpty()) {
            user.requestFocus();
        } else if (identification == null || !identification.isTyped()) {
            passphrase.requestFocus();
        } else {
            identification.knock(typed -> desk.signIn().begin(name, typed), this::begin);
        }
    }

    /** Under the name that he bears in the registry, whatever the letters he typed it in. */
    private void begin(Console console) {
        desk.tasks()
                .create(() -> new Shift(desk, console, console.operator().name()))
                .onSuccess(front::begin)
                .start();
    }

    @FXML
    void switchLanguage() {
        front.switchLanguage();
    }
}
