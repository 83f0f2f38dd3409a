package fobsmith.firmware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The answers that are known of a model, in the order in which they come. */
public final class AnswersFile {
    private static final String ANSWER = ".answer";

    private final Map<String, String> values = new LinkedHashMap<>();

    private AnswersFile() {}

    /** Those of the model with this folder in fixtures/models. */
    public static AnswersFile of(String model) {
        var file = new AnswersFile();
        try (var lines = Files.lines(Path.of("../fixtures/models", model, "known-answers.txt"))) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(parts -> file.values.put(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public String value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The values whose names begin so, by the rest of the name. */
    public Map<String, String> beginningWith(String prefix) {
        var found = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** Whatever is sent, and the answer to it. */
    public void forEach(BiConsumer<String, String> sent) {
        values.keySet().stream()
                .filter(name -> values.containsKey(name + ANSWER))
                .forEach(name -> sent.accept(value(name), value(name + ANSWER)));
    }
}
