package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.registry.TokenState;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** How many tokens are in each state, and which state is looked at: one button each, and one for all. Screen's thread. */
public final class StateChips extends FlowPane {
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton all = chip();
    private final Map<TokenState, ToggleButton> chips = new EnumMap<>(TokenState.class);
    private Consumer<@Nullable TokenState> chosen = _ -> {};

    public StateChips() {
        getStyleClass().add("state-chips");
        all.setId("state-all");
        all.setOnAction(_ -> choose(null, all));
        getChildren().add(all);
        for (var state : TokenState.values()) {
            if (state != TokenState.UNASSIGNED) {
                add(state);
            }
        }
    }

    private ToggleButton chip() {
        var chip = new ToggleButton();
        chip.getStyleClass().add("state-chip");
        chip.setToggleGroup(group);
        return chip;
    }

    private void add(TokenState state) {
        var chip = chip();
        chip.setId("state-" + state.text());
        chip.setGraphic(StateLook.icon(state));
        chip.managedProperty().bind(chip.visibleProperty());
        chip.setVisible(false);
        chip.setOnAction(_ -> choose(state, chip));
        chips.put(state, chip);
        getChildren().add(chip);
    }

    private void choose(@Nullable TokenState state, ToggleButton chip) {
        chip.setSelected(true);
        chosen.accept(state);
    }

    /** Told which state was chosen; null for all. */
    void onChosen(Consumer<@Nullable TokenState> handler) {
        chosen = handler;
    }

    /** States of which there is none are left out, but for the chosen one. */
    void show(StockView view, Messages messages) {
        var numbers = NumberFormat.getIntegerInstance(messages.language().locale());
        all.setText(messages.text("stock.all", numbers.format(view.all())));
        all.setSelected(view.filter().state() == null);
        chips.forEach((state, chip) -> {
            long count = view.counts().getOrDefault(state, 0L);
            boolean selected = state == view.filter().state();
            chip.setText("%s · %s".formatted(StateLook.words(state, messages), numbers.format(count)));
            chip.setSelected(selected);
            chip.setVisible(count > 0 || selected);
        });
    }
}
