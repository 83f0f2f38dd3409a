package fobsmith.desk.stock;

import fobsmith.desk.Screen;
import fobsmith.desk.Shift;
import fobsmith.desk.Walk;
import fobsmith.desk.controls.Outcome;
import fobsmith.desk.controls.Page;
import fobsmith.iam.console.TokenDetail;
import fobsmith.registry.TokenState;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Everything about one token, and what may be done to it. */
public final class StockTokenController {
    private final Shift shift;
    private final Walk walk;
    private final StockModel model;

    @FXML
    private Page page;

    @FXML
    private Outcome outcome;

    @FXML
    private TokenFacts facts;

    @FXML
    private DriftChart chart;

    @FXML
    private Label chartNote;

    @FXML
    private EventTable events;

    @FXML
    private Button back;

    StockTokenController(Shift shift, Walk walk, StockModel model) {
        this.shift = shift;
        this.walk = walk;
        this.model = model;
    }

    @FXML
    void initialize() {
        page.setTitle(model.serial().value());
        events.use(shift.messages());
        chart.managedProperty().bind(chart.visibleProperty());
        chart.setVisible(false);
        load();
    }

    private void load() {
        shift.tasks().create(model::detail).onSuccess(this::show).start();
    }

    private void show(TokenDetail detail) {
        var messages = shift.messages();
        facts.show(detail, messages);
        events.show(detail.events());
        showClock(detail);
        offer(detail);
        model.takeNews()
                .ifPresent(news -> outcome.say(Outcome.Kind.SUCCESS, messages.text(news.key(), news.person()), ""));
    }

    private void showClock(TokenDetail detail) {
        boolean learned = !detail.lessons().isEmpty();
        chart.setVisible(learned);
        chart.show(detail, shift.messages());
        var taught = detail.window() == null ? "stock.chart.line" : "stock.chart.band";
        chartNote.setText(shift.messages().text(learned ? taught : "stock.chart.none"));
    }

    /** Buttons for what its state allows; the keyboard stays on the one that does nothing. */
    private void offer(TokenDetail detail) {
        var state = detail.token().state();
        page.getActions().setAll(back);
        for (var deed : TokenDeed.of(state)) {
            var button = new Button(shift.messages().text(deed.key()));
            button.setMnemonicParsing(true);
            button.setId("deed-" + deed.name().toLowerCase(Locale.ROOT));
            if (deed == TokenDeed.RETIRE) {
                button.getStyleClass().addAll("flat", "danger");
            } else if (TokenDeed.likely(state).filter(deed::equals).isPresent()) {
                button.getStyleClass().add("accent");
            }
            button.setOnAction(_ -> perform(deed, detail));
            page.getActions().add(button);
        }
        page.applyCss();
        back.requestFocus();
    }

    private void perform(TokenDeed deed, TokenDetail seen) {
        switch (deed) {
            case RETIRE -> walk.go(Screen.STOCK_RETIRE);
            case CHECK -> walk.go(Screen.STOCK_CHECK);
            case RESERVE -> walk.go(Screen.STOCK_RESERVE);
            case RELEASE -> now(() -> model.release(seen));
            case REPORT_FOUND -> now(model::reportFound);
            case REPORT_LOST -> {
                if (seen.token().state() == TokenState.ENABLED) {
                    askWhetherLost(seen);
                } else {
                    now(model::reportLost);
                }
            }
        }
    }

    /** Refused or not: what is shown afterwards is how it is. */
    private void now(Runnable deed) {
        DeedTask.of(walk, shift, outcome, () -> {
                    deed.run();
                    return true;
                })
                .andFinally(this::load)
                .start();
    }

    /** Somebody cannot sign in afterwards. */
    private void askWhetherLost(TokenDetail seen) {
        var messages = shift.messages();
        var owner = seen.owner();
        var keep = new Button(messages.text("stock.lost.keep"));
        keep.setOnAction(_ -> {
            outcome.clear();
            back.requestFocus();
        });
        var lost = new Button(messages.text("stock.deed.lost"));
        lost.setId("lost-indeed");
        lost.setMnemonicParsing(true);
        lost.getStyleClass().add("danger");
        lost.setOnAction(_ -> now(model::reportLost));
        outcome.say(
                Outcome.Kind.WARNING,
                messages.text("stock.lost.ask", owner == null ? "–" : owner.name()),
                messages.text("stock.lost.ask.remedy"),
                keep,
                lost);
        outcome.applyCss();
        keep.requestFocus();
    }

    @FXML
    void back() {
        walk.back();
    }
}
