package fobsmith.desk.person;

import fobsmith.desk.Messages;
import fobsmith.registry.Tag;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tags of one device: each goes by a press, and one is added by typing {@code key=value} and Enter. */
public final class TagPane extends VBox {
    private final Label title = new Label();
    private final FlowPane tags = new FlowPane();
    private final TextField field = new TextField();

    public TagPane() {
        getStyleClass().addAll("tag-pane", "field-column");
        tags.getStyleClass().add("tags");
        field.setId("new-tag");
        field.setMinHeight(USE_PREF_SIZE);
        title.setLabelFor(field);
        title.setMnemonicParsing(true);
        getChildren().addAll(title, tags, field);
    }

    /** Call once. */
    void use(Messages messages, Consumer<String> onAdded) {
        title.setText(messages.text("person.tags"));
        field.setPromptText(messages.text("person.tag.new"));
        field.setAccessibleText(messages.text("person.tag.new"));
        field.setOnAction(event -> {
            if (!field.getText().isBlank()) {
                onAdded.accept(field.getText());
            }
            // Or the coloured button would be pressed as well.
            event.consume();
        });
    }

    /** These, in place of those before; the field is empty again. */
    void show(List<Tag> shown, Messages messages, Consumer<Tag> onRemoved) {
        field.clear();
        tags.getChildren()
                .setAll(shown.stream()
                        .map(tag -> chip(tag, messages, onRemoved))
                        .toList());
        tags.setVisible(!shown.isEmpty());
        tags.setManaged(!shown.isEmpty());
    }

    private static Button chip(Tag tag, Messages messages, Consumer<Tag> onRemoved) {
        var text = tag.value().isEmpty() ? tag.key() : tag.key() + " = " + tag.value();
        var chip = new Button(text, new FontIcon(Feather.X));
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("small", "tag");
        chip.setAccessibleText(messages.text("person.tag.remove", text));
        chip.setOnAction(_ -> onRemoved.accept(tag));
        return chip;
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }
}
