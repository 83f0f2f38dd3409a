package fobsmith.desk.hardware;

import fobsmith.desk.Messages;
import fobsmith.desk.controls.Outcome;
import java.util.List;
import javafx.scene.Node;

/**
 * A sentence with its way out, before it is put into words.
 *
 * @param key of the sentence; the way out is {@code key.remedy}
 * @param values in the places of both
 */
public record Said(String key, List<String> values) {
    public Said {
        values = List.copyOf(values);
    }

    public static Said of(String key, String... values) {
        return new Said(key, List.of(values));
    }

    /** Screen's thread. */
    public void on(Outcome outcome, Outcome.Kind kind, Messages messages, Node... ways) {
        var places = values.toArray();
        outcome.say(kind, messages.text(key, places), messages.text(key + ".remedy", places), ways);
    }
}
