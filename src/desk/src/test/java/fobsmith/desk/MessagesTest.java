package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.TokenState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, used, and different where it must be. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/fobsmith/desk");
    private static final Path CODE = Path.of("src/main/java/fobsmith/desk");
    private static final Pattern OF_FXML = Pattern.compile("=\"%([a-z0-9.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+(\\.[a-z0-9-]+)+)\"");
    private static final Pattern STRAIGHT = Pattern.compile("'");
    private static final Pattern PLACES = Pattern.compile("\\{[0-9]\\}");

    /** Whose texts are the same in both languages, and rightly so. */
    private static final Set<String> SAME = Set.of("device.root");

    private final Properties english = read("messages.properties");
    private final Properties spanish = read("messages_es.properties");

    private static Properties read(String name) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(spanish.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void nothingIsLeftUntranslated() {
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !SAME.contains(key))
                .allSatisfy(key -> assertThat(spanish.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }

    @Test
    void bothLanguagesHaveTheSamePlacesForValues() {
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(spanish.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    private static Set<String> places(String text) {
        return PLACES.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noTextHasAStraightApostropheWhichMessageFormatWouldEat() {
        assertThat(Stream.of(english, spanish).flatMap(texts -> texts.values().stream()))
                .noneSatisfy(text -> assertThat((String) text).containsPattern(STRAIGHT));
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        var known = english.stringPropertyNames();
        assertThat(known).containsAll(keysOfFxml()).containsAll(keysOfFlows()).containsAll(keysOfStates());
        assertThat(literals())
                .filteredOn(literal -> known.stream().anyMatch(key -> key.startsWith(stem(literal))))
                .allSatisfy(literal -> assertThat(known).contains(literal));
    }

    /** A literal whose first word no text has is something else: a file, a property of the JVM. */
    private static String stem(String literal) {
        return literal.substring(0, literal.indexOf('.') + 1);
    }

    @Test
    void everyTextIsUsed() throws IOException {
        var used = new TreeSet<>(keysOfFxml());
        used.addAll(keysOfFlows());
        used.addAll(keysOfStates());
        used.addAll(literals());
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !used.contains(key))
                .filteredOn(key -> !key.endsWith(".remedy") || !used.contains(key.substring(0, key.lastIndexOf('.'))))
                .isEmpty();
    }

    private static Set<String> keysOfFxml() throws IOException {
        return found(RESOURCES, ".fxml", OF_FXML);
    }

    private static Set<String> literals() throws IOException {
        return found(CODE, ".java", LITERAL);
    }

    private static Set<String> keysOfFlows() {
        return Flows.ALL.stream()
                .flatMap(flow -> Stream.of(flow.name() + ".card", flow.name() + ".about"))
                .collect(Collectors.toSet());
    }

    private static Set<String> keysOfStates() {
        return Stream.of(TokenState.values())
                .map(state -> "state." + state.text())
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
