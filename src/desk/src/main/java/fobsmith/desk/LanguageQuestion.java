package fobsmith.desk;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks before a change of language takes away what has been typed: a screen is loaded anew in the other one. */
final class LanguageQuestion extends VBox {
    LanguageQuestion(Messages messages, Language next, Runnable leave, Runnable change) {
        getStyleClass().add("dialog-box");
        var title = new Label(messages.text("language.title", next.ownName()));
        title.getStyleClass().add("dialog-title");
        title.setWrapText(true);
        var lead = new Label(messages.text("language.lead"));
        lead.setWrapText(true);
        getChildren().addAll(title, lead, buttons(messages, leave, change));
    }

    private static HBox buttons(Messages messages, Runnable leave, Runnable change) {
        var stay = new Button(messages.text("language.stay"));
        stay.setMnemonicParsing(true);
        stay.setCancelButton(true);
        stay.setOnAction(_ -> leave.run());
        var go = new Button(messages.text("language.change"));
        go.setMnemonicParsing(true);
        go.getStyleClass().add("accent");
        go.setDefaultButton(true);
        go.setOnAction(_ -> {
            leave.run();
            change.run();
        });
        var row = new HBox(stay, go);
        row.getStyleClass().add("page-actions");
        return row;
    }
}
