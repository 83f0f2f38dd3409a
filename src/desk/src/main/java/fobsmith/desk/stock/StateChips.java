package fobsmith.desk.stock;

import fobsmith.desk.Messages;
import fobsmith.registry.TokenState;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Toggle;
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
    private boolean showing;

    public StateChips() {
        getStyleClass().add("state-chips");
        all.setId("state-all");
        getChildren().add(all);
        for (var state : TokenState.values()) {
            if (state != TokenState.UNASSIGNED) {
                add(state);
            }
        }
        group.selectedToggleProperty().subscribe(this::selected);
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
        // Arrow keys pass over what is disabled, and would stop at what is only unseen.
        chip.disableProperty().bind(chip.visibleProperty().not());
        chip.setVisible(false);
        chip.setUserData(state);
        chips.put(state, chip);
        getChildren().add(chip);
    }

    /** However it came about: pressed, or walked to with an arrow key. One is always selected. */
    private void selected(@Nullable Toggle before, @Nullable Toggle now) {
        if (now == null && before != null) {
            before.setSelected(true);
        } else if (now != null && before != null && !showing) {
            chosen.accept((TokenState) now.getUserData());
        }
    }

    /** Told which state was chosen; null for all. */
    void onChosen(Consumer<@Nullable TokenState> handler) {
        chosen = handler;
    }

    /** States of which there is none are left out, but for the chosen one. */
    void show(StockView view, Messages messages) {
        showing = true;
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
        showing = false;
    }
}
