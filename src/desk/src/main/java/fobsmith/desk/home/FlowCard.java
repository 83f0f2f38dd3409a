package fobsmith.desk.home;

import fobsmith.desk.Flow;
import fobsmith.desk.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A flow at home: what it is called, what it is for, and the key that starts it. */
final class FlowCard extends Button {
    FlowCard(Flow flow, int number, Messages messages, Runnable start) {
        getStyleClass().add("flow-card");
        setId("card-" + flow.name());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.TOP_LEFT);
        setMaxHeight(Double.MAX_VALUE);
        var title = messages.text(flow.name() + ".card");
        var about = messages.text(flow.name() + ".about");
        setGraphic(new VBox(head(flow, number), label(title, "flow-title"), label(about, "flow-about")));
        getGraphic().getStyleClass().add("flow-inside");
        setAccessibleText(title + ". " + about);
        setOnAction(_ -> start.run());
    }

    private static HBox head(Flow flow, int number) {
        var icon = new FontIcon(flow.icon());
        icon.getStyleClass().add("flow-icon");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(icon, gap);
        if (Flow.hasKey(number)) {
            head.getChildren().add(label("Ctrl+" + number, "key"));
        }
        return head;
    }

    /** A button asks without a width, and then texts that wrap are as high as they are long. */
    @Override
    protected double computePrefHeight(double width) {
        var inside = getGraphic();
        return snappedTopInset() + inside.prefHeight(inside.prefWidth(-1)) + snappedBottomInset();
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(!style.equals("key"));
        return label;
    }
}
