package fobsmith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import fobsmith.registry.TokenState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatesDocumentedTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\|([ \\w,]*)\\|");

    @Test
    void theTableOfTheDocsIsTheTableOfTheCode() {
        assertThat(documented()).isEqualTo(coded());
    }

    private static Map<String, Set<String>> coded() {
        return Arrays.stream(TokenState.values())
                .collect(Collectors.toMap(TokenState::text, state -> texts(state.next())));
    }

    private static Set<String> texts(Set<TokenState> states) {
        return states.stream().map(TokenState::text).collect(Collectors.toSet());
    }

    /** The first table: its rows follow the line of dashes and end at the first line that is none. */
    private static Map<String, Set<String>> documented() {
        return Sources.lines(Path.of("docs/token-states.md")).stream()
                .dropWhile(line -> !line.equals("|---|---|"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(line -> ROW.matcher(line).results())
                .collect(Collectors.toMap(row -> row.group(1), StatesDocumentedTest::next));
    }

    private static Set<String> next(MatchResult row) {
        return Stream.of(row.group(2).split(","))
                .map(String::strip)
                .filter(state -> !state.isEmpty())
                .collect(Collectors.toSet());
    }
}
