package fobsmith.desk.signin;

import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import fobsmith.desk.controls.CodeField;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.iam.console.Console;
import fobsmith.iam.console.SignInStep;
import fobsmith.registry.SerialNumber;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
    private ChoiceBox<SerialNumber> device;

    @FXML
    private CodeField code;

    private @Nullable Identification identification;

    @FXML
    private Outcome outcome;

    @FXML
    private Button enter;

    public LockedController(Shift shift, Front front) {
        this.shift = shift;
        this.front = front;
    }

    @FXML
    void initialize() {
        identification = new Identification(
                shift.desk(), passphrase, new Identification.CodeColumn(codeColumn, device, code), outcome, enter);
        page.setLead(shift.messages().text("locked.lead", shift.operator()));
    }

    @FXML
    void unlock() {
        if (identification != null && identification.isTyped()) {
            identification.knock(this::again, this::unlocked);
        }
    }

    private SignInStep again(char[] typed) {
        return shift.desk().signIn().beginAgain(shift.console(), typed);
    }

    /**
     * The one who unlocks is the one who was here; his time at the desk goes on as it was. To unlock is to sign in once more,
     * and so it is audited; that second sign-in ends at once.
     */
    private void unlocked(Console again) {
        shift.tasks().run(again::close).start();
        front.unlock(shift);
    }

    @FXML
    void signOut() {
        front.signOut();
    }
}
