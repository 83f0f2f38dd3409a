package fobsmith.desk.controls;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How something ended: a sentence, the way out, and what one can press to take it. Takes no room before there is one. */
public final class Outcome extends HBox {
    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final Label sentence = new Label();
    private final Label remedy = new Label();
    private final HBox ways = new HBox();

    public Outcome() {
        getStyleClass().add("outcome");
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(false);
        sentence.getStyleClass().add("outcome-sentence");
        remedy.getStyleClass().add("outcome-remedy");
        ways.getStyleClass().add("outcome-ways");
        sentence.setWrapText(true);
        remedy.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        remedy.setMinHeight(USE_PREF_SIZE);
        ways.managedProperty().bind(Bindings.isNotEmpty(ways.getChildren()));
        var text = new VBox(sentence, remedy, ways);
        text.getStyleClass().add("outcome-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(icon, text);
        remedy.managedProperty().bind(remedy.textProperty().isNotEmpty());
        visibleProperty().bind(sentence.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /** What kind of end. */
    public enum Kind {
        SUCCESS(Feather.CHECK_CIRCLE),
        WARNING(Feather.ALERT_TRIANGLE),
        REFUSAL(Feather.X_CIRCLE);

        private final Feather icon;

        Kind(Feather icon) {
            this.icon = icon;
        }

        private PseudoClass style() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Says it, in place of what was said before.
     *
     * @param wayOut one sentence, or empty where there is nothing to do
     * @param buttons what takes the way out
     */
    public void say(Kind kind, String what, String wayOut, Node... buttons) {
        for (var one : Kind.values()) {
            pseudoClassStateChanged(one.style(), one == kind);
        }
        icon.setIconCode(kind.icon);
        sentence.setText(what);
        remedy.setText(wayOut);
        ways.getChildren().setAll(buttons);
        setAccessibleText(wayOut.isEmpty() ? what : what + " " + wayOut);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Says nothing any more. */
    public void clear() {
        sentence.setText("");
        remedy.setText("");
        ways.getChildren().clear();
    }

    /** What it says; empty where it says nothing. */
    public String sentence() {
        return sentence.getText();
    }

    /** The way out it names; may be empty. */
    public String remedy() {
        return remedy.getText();
    }
}
