package fobsmith.desk.home;

import fobsmith.desk.Flow;
import fobsmith.desk.Front;
import fobsmith.desk.Shift;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;

/** A card for each flow. */
public final class HomeController {
    private final Shift shift;
    private final Front front;

    @FXML
    private Label greeting;

    @FXML
    private TilePane cards;

    public HomeController(Shift shift, Front front) {
        this.shift = shift;
        this.front = front;
    }

    @FXML
    void initialize() {
        greeting.setText(shift.messages().text("home.greeting", shift.operator()));
        var flows = front.flows();
        for (int i = 0; i < flows.size(); i++) {
            cards.getChildren().add(card(flows.get(i), i + 1));
        }
        cards.getChildren().stream()
                .findFirst()
                .ifPresent(first -> first.getStyleClass().add("focus-first"));
    }

    private FlowCard card(Flow flow, int number) {
        return new FlowCard(flow, number, shift.messages(), () -> front.start(flow));
    }
}
