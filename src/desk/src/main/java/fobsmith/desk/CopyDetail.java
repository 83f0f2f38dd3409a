package fobsmith.desk;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Copies what whoever helps wants to know of a failure. */
final class CopyDetail extends Button {
    CopyDetail(Failure failure, Messages messages) {
        super(messages.text("failure.copy"));
        setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(failure.detail());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
