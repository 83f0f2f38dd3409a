package fobsmith.desk;

import fobsmith.desk.controls.Outcome;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A failure in a box over everything: the sentence, the remedy, and the detail to copy. */
final class FailurePane extends VBox {
    FailurePane(Failure failure, Messages messages, Runnable close) {
        getStyleClass().add("dialog-box");
        var outcome = new Outcome();
        outcome.say(Outcome.Kind.REFUSAL, failure.sentence(), failure.remedy());
        var ok = new Button(messages.text("common.close"));
        ok.setDefaultButton(true);
        ok.getStyleClass().add("accent");
        ok.setOnAction(_ -> close.run());
        var buttons = new HBox(new CopyDetail(failure, messages), ok);
        buttons.getStyleClass().add("page-actions");
        getChildren().addAll(outcome, buttons);
    }
}
