package fobsmith.desk.controls;

import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field to type into and a list of what fits, searched away from the screen's thread. Down goes from the field into the
 * list, Enter chooses, and where the field holds exactly one thing's name, Enter in the field chooses that.
 */
final class SearchList extends VBox {
    private static final Duration TYPING = Duration.millis(120);

    private final TextField field = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Label nothing = new Label();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private Consumer<Choice> onChosen = _ -> {};
    private Function<String, List<Choice>> source = _ -> List.of();
    private Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private long asked;

    SearchList() {
        getStyleClass().add("search-list");
        field.setId("search");
        field.setMinHeight(USE_PREF_SIZE);
        list.setId("found");
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new Cell());
        getChildren().addAll(field, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        field.textProperty().subscribe(_ -> typing.playFromStart());
        typing.setOnFinished(_ -> search());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                typing.stop();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::inField);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::inList);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                chooseSelected();
            }
        });
    }

    /** From which things; call once. The source is asked on the tasks' thread. */
    void use(Messages messages, Tasks work, String prompt, Function<String, List<Choice>> from) {
        tasks = work;
        source = from;
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        list.setAccessibleText(messages.text("search.found"));
        nothing.setText(messages.text("search.nothing"));
        search();
    }

    /** Chosen by key, by mouse or by this button, which is off while nothing is selected. */
    void onChosen(Button go, Consumer<Choice> handler) {
        onChosen = handler;
        var selected = list.getSelectionModel().selectedItemProperty();
        go.disableProperty().bind(selected.isNull());
        go.setOnAction(_ -> handler.accept(selected.get()));
    }

    /** Asks again, as if the text had just been typed. Of several answers on their way only the last counts. */
    void search() {
        long mine = ++asked;
        var text = field.getText();
        tasks.create(() -> source.apply(text))
                .onSuccess(found -> {
                    if (mine == asked) {
                        list.getItems().setAll(found);
                        list.getSelectionModel().select(found.size() == 1 ? 0 : -1);
                    }
                })
                .start();
    }

    private void inField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().select(0);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
            chooseByName();
            event.consume();
        }
    }

    /** What a scanner types ends in Enter, sooner than the search: it is asked for by its name. */
    private void chooseByName() {
        typing.stop();
        long mine = ++asked;
        var text = field.getText().strip();
        tasks.create(() -> source.apply(text))
                .onSuccess(found -> {
                    if (mine == asked) {
                        list.getItems().setAll(found);
                        // What is scanned next stands in its place.
                        field.selectAll();
                        found.stream()
                                .filter(one -> one.name().equalsIgnoreCase(text) || found.size() == 1)
                                .findFirst()
                                .ifPresent(this::choose);
                    }
                })
                .start();
    }

    private void inList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            chooseSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() == 0) {
            field.requestFocus();
            event.consume();
        }
    }

    private void chooseSelected() {
        var selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            onChosen.accept(selected);
        }
    }

    private void choose(Choice choice) {
        list.getSelectionModel().select(choice);
        onChosen.accept(choice);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private static final class Cell extends ListCell<Choice> {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final HBox row;

        Cell() {
            getStyleClass().add("choice");
            name.getStyleClass().add("choice-name");
            detail.getStyleClass().add("choice-detail");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            row = new HBox(icon, name, gap, detail);
            row.getStyleClass().add("choice-row");
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            icon.setIconCode(choice.icon());
            name.setText(choice.name());
            detail.setText(choice.detail());
            setGraphic(row);
            setAccessibleText(choice.detail().isEmpty() ? choice.name() : choice.name() + ", " + choice.detail());
        }
    }
}
