package fobsmith.desk.controls;

import fobsmith.desk.Messages;
import fobsmith.desk.Tasks;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Finds a person as one types. */
public final class PersonSearch extends StackPane {
    private final SearchList search = new SearchList();

    public PersonSearch() {
        getStyleClass().add("person-search");
        getChildren().add(search);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /** Among whom; call once. The function is called away from the screen's thread with what was typed, at first nothing. */
    public void use(Messages messages, Tasks tasks, Function<String, List<Choice>> people) {
        use(messages, tasks, messages.text("person.search"), people);
    }

    /** As above, where something else than people can be found too; the prompt says what to type. */
    public void use(Messages messages, Tasks tasks, String prompt, Function<String, List<Choice>> found) {
        search.use(messages, tasks, prompt, found);
    }

    /** Enter, two clicks, or the button, which is off while nobody is selected. */
    public void onChosen(Button go, Consumer<Choice> handler) {
        search.onChosen(go, handler);
    }

    @Override
    public void requestFocus() {
        search.requestFocus();
    }
}
