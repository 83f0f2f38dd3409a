package fobsmith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every file, whether compiled or not. */
class SourceRulesTest {
    private static final int LONGEST = 300;

    /** 20 bytes and more, in base32 or hexadecimal. */
    private static final Pattern SEED =
            Pattern.compile("(?<![A-Za-z0-9+/])([A-Z2-7]{32,}|[0-9a-f]{40,}|[0-9A-F]{40,})(?![A-Za-z0-9+/])");

    private static final Set<String> ALPHABETS = Set.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");

    /** Put together here, so that this file does not find itself. */
    private static final Pattern OF_ONE_MACHINE = Pattern.compile("\\.\\./" + "shared|/" + "work/|/" + "root/");

    private static final Pattern ORIGIN =
            Pattern.compile("(?i)RFC \\d+|our own making|made up for fobsmith|recorded from");

    /** Variables, parameters and components that hold a secret as text. */
    private static final Pattern SECRET_TEXT = Pattern.compile(
            "\\b(String|char\\[\\]|StringBuilder) (?!\\w*File\\b)\\w*?([sS]eed|[sS]ecret|SECRET)\\w*(?= *[,;)=:])");

    private static final Map<String, String> RIMS = Map.of(
            "InitCommand.java: String secretAccessKey", "printed once, when the registry is made",
            "UserKeyCreate.java: String secretAccessKey", "printed once, when the key is made",
            "Identifiers.java: String SECRET", "the alphabet that secrets are drawn from",
            "OtpauthReader.java: String secretParameter", "an otpauth URI is text");

    @Test
    void noSeedStandsOutsideFixturesAndTests() throws IOException {
        assertThat(lines(Sources.all().stream().filter(file -> !isForTests(file))))
                .noneSatisfy(line -> assertThat(SEED.matcher(line.text).results())
                        .anyMatch(found -> !ALPHABETS.contains(found.group())));
    }

    private static boolean isForTests(Path file) {
        return file.startsWith("fixtures")
                || file.startsWith("src/checks")
                || file.toString().contains("/src/test/");
    }

    @Test
    void noFileNamesAPlaceOfOneMachine() throws IOException {
        assertThat(lines(Sources.all().stream()))
                .noneSatisfy(line -> assertThat(line.text).containsPattern(OF_ONE_MACHINE));
    }

    @Test
    void everyFixtureSaysInItsFirstLinesWhereItComesFrom() throws IOException {
        assertThat(Sources.below("fixtures"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.lines(file).stream().limit(3))
                        .anySatisfy(line -> assertThat(line).containsPattern(ORIGIN)));
    }

    @Test
    void noJavaFileHasMoreThan300Lines() throws IOException {
        assertThat(Sources.java())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.lines(file)).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void noSecretIsATextButAtTheNamedRims() throws IOException {
        var found = Sources.java()
                .filter(file -> file.toString().contains("/src/main/"))
                .flatMap(file -> Sources.lines(file).stream()
                        .flatMap(line -> SECRET_TEXT
                                .matcher(line)
                                .results()
                                .map(text -> file.getFileName() + ": " + text.group())));
        assertThat(found.distinct()).containsExactlyInAnyOrderElementsOf(RIMS.keySet());
    }

    private static Stream<Line> lines(Stream<Path> files) {
        return files.flatMap(file -> {
            var lines = Sources.lines(file);
            return IntStream.range(0, lines.size()).mapToObj(i -> new Line(file, i + 1, lines.get(i)));
        });
    }

    private record Line(Path file, int number, String text) {}
}
