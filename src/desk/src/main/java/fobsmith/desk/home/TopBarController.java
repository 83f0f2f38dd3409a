package fobsmith.desk.home;

import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The bar above every screen: who sits here, and what he can do anywhere. */
public final class TopBarController {
    private final Shift shift;
    private final Front front;

    @FXML
    private Label operator;

    @FXML
    private Button language;

    public TopBarController(Shift shift, Front front) {
        this.shift = shift;
        this.front = front;
    }

    @FXML
    private void initialize() {
        operator.setText(shift.operator());
        language.setText(shift.messages().language().next().ownName());
    }

    @FXML
    private void goHome() {
        front.home();
    }

    @FXML
    private void switchLanguage() {
        front.switchLanguage();
    }

    @FXML
    private void switchTheme() {
        front.switchTheme();
    }

    @FXML
    private void showShortcuts() {
        front.showShortcuts();
    }

    @FXML
    private void lock() {
        front.lock();
    }

    @FXML
    private void signOut() {
        front.signOut();
    }
}
