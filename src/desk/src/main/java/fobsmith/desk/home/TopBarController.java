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
    void initialize() {
        operator.setText(shift.operator());
        language.setText(shift.messages().language().next().ownName());
    }

    @FXML
    void goHome() {
        front.home();
    }

    @FXML
    void switchLanguage() {
        front.switchLanguage();
    }

    @FXML
    void switchTheme() {
        front.switchTheme();
    }

    @FXML
    void showShortcuts() {
        front.showShortcuts();
    }

    @FXML
    void lock() {
        front.lock();
    }

    @FXML
    void signOut() {
        front.signOut();
    }
}
