package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.registry.TokenState;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A token's state as one sees it: in words, with a sign of its own, and a colour for those who see colours. */
final class StateLook {
    private StateLook() {}

    static String words(TokenState state, Messages messages) {
        return messages.text("state." + state.text());
    }

    /** The sign before the words. */
    static FontIcon icon(TokenState state) {
        var icon = new FontIcon(sign(state));
        icon.getStyleClass().addAll("state-icon", "state-" + tone(state));
        return icon;
    }

    static Label label(TokenState state, Messages messages) {
        var label = new Label();
        show(state, messages, label);
        return label;
    }

    static void show(TokenState state, Messages messages, Labeled where) {
        where.setText(words(state, messages));
        where.setGraphic(icon(state));
    }

    private static Feather sign(TokenState state) {
        return switch (state) {
            case IMPORTED -> Feather.DOWNLOAD;
            case WRITING -> Feather.EDIT_3;
            case PROVEN -> Feather.CHECK_CIRCLE;
            case RESERVED -> Feather.BOOKMARK;
            case ENABLED -> Feather.USER_CHECK;
            case RETURNED -> Feather.CORNER_DOWN_LEFT;
            case LOST -> Feather.HELP_CIRCLE;
            case RETIRED -> Feather.SLASH;
            case VOID -> Feather.X_CIRCLE;
            case UNASSIGNED -> Feather.CIRCLE;
        };
    }

    private static String tone(TokenState state) {
        return switch (state) {
            case PROVEN -> "good";
            case ENABLED, RESERVED -> "used";
            case RETURNED, WRITING -> "open";
            case LOST, VOID -> "bad";
            case IMPORTED, RETIRED, UNASSIGNED -> "plain";
        };
    }
}
