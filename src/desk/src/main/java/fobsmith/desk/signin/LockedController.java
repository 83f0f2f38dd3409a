package fobsmith.desk.signin;

import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Covers the desk until the same operator has shown again who he is, or has signed out. */
public final class LockedController {
    private final Shift shift;
    private final Front front;

    @FXML
    private Page page;

    @FXML
    private PasswordField passphrase;

    @FXML
    private VBox codeColumn;

    @FXML
    private CodeField code;

    @FXML
    private Outcome outcome;

    @FXML
    private Button enter;

    public LockedController(Shift shift, Front front) {
        this.shift = shift;
        this.front = front;
    }

    @FXML
    private void initialize() {
        page.setLead(shift.messages().text("locked.lead", shift.operator()));
    }

    @FXML
    private void unlock() {
        new Identification(shift.desk(), passphrase, codeColumn, code, outcome, enter)
                .knock(shift.operator(), _ -> front.unlock());
    }

    @FXML
    private void signOut() {
        front.signOut();
    }
}
