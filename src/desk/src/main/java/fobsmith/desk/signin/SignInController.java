package fobsmith.desk.signin;

import fobsmith.desk.Desk;
import fobsmith.desk.Front;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

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
    private CodeField code;

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
    private void initialize() {
        language.setText(desk.messages().language().next().ownName());
    }

    @FXML
    private void enter() {
        if (user.getText().isBlank()) {
            user.requestFocus();
            return;
        }
        new Identification(desk, passphrase, codeColumn, code, outcome, enter)
                .knock(user.getText().strip(), front::begin);
    }

    @FXML
    private void switchLanguage() {
        front.switchLanguage();
    }
}
