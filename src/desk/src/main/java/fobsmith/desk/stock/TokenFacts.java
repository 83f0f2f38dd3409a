package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.iam.console.TokenDetail;
import fobsmith.registry.TokenState;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What a token is: two columns, a name and a value. Screen's thread. */
public final class TokenFacts extends GridPane {
    public TokenFacts() {
        getStyleClass().add("token-facts");
    }

    void show(TokenDetail detail, Messages messages) {
        getChildren().clear();
        var words = new StockWords(messages);
        var token = detail.token();
        add(messages.text("stock.state"), wrapping(StateLook.label(token.state(), messages)));
        var owner = detail.owner();
        if (owner != null) {
            boolean reserved = token.state() == TokenState.RESERVED;
            add(messages.text(reserved ? "stock.reserved-for" : "stock.owner"), owner.name());
        }
        if (token.enabledAt() != null) {
            add(messages.text("stock.enabled-since"), words.when(token.enabledAt()));
        }
        add(messages.text("stock.product"), token.manufacturer() + " " + token.model());
        add(messages.text("stock.codes"), words.profile(token.profile()));
        add(messages.text("stock.created"), words.when(token.createdAt()));
        if (!detail.tags().isEmpty()) {
            add(messages.text("stock.tags"), tags(detail));
        }
        addClock(detail, words, messages);
    }

    private void addClock(TokenDetail detail, StockWords words, Messages messages) {
        var clock = detail.token().clock();
        if (clock.learnedAt() != null) {
            add(messages.text("stock.clock"), words.drift(clock.driftMillis()));
        }
        if (clock.acceptedAt() != null) {
            add(messages.text("stock.accepted"), words.when(clock.acceptedAt()));
        }
        if (detail.token().suspect()) {
            add(messages.text("stock.remark"), messages.text("stock.suspect"));
        }
        if (detail.token().toBeConfirmed()) {
            add(messages.text("stock.remark"), messages.text("stock.unconfirmed"));
        }
    }

    private static String tags(TokenDetail detail) {
        return detail.tags().stream()
                .map(tag -> "%s = %s".formatted(tag.key(), tag.value()))
                .collect(Collectors.joining("\n"));
    }

    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        return label;
    }

    private void add(String name, String value) {
        add(name, wrapping(new Label(value)));
    }

    private void add(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("fact-name");
        addRow(getRowCount(), whole(label), value);
    }
}
