package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', a, false",
        "a, '', false",
        "a, a, true",
        "a, A, false",
        "a, aa, false",
        "aa, a, false",
        "?, '', false",
        "?, a, true",
        "?, aa, false",
        "*, '', true",
        "*, anything/at:all, true",
        "**, '', true",
        "a*, a, true",
        "a*, ab, true",
        "a*, ba, false",
        "*a, a, true",
        "*a, ab, false",
        "*a*, bab, true",
        "a*c, abbbc, true",
        "a*c, abcb, false",
        "a*b*c, abbc, true",
        "?*, '', false",
        "*?, a, true",
        "?*?, a, false",
        "?*?, ab, true",
        "*ab, aab, true",
        "*abab, abaabab, true",
        "a?c*?, abcd, true",
        "a?c*?, abc, false"
    })
    void matchesStarsAndQuestionMarks(String pattern, String text, boolean expected) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void takesWildcardsForLettersWhereTheyAreLiteral() {
        var star = Glob.of(List.of(new Span("a", true), new Span("*?", false), new Span("*", true)));
        assertThat(star.matches("a*?")).isTrue();
        assertThat(star.matches("a*?b")).isTrue();
        assertThat(star.matches("abc")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 127, 128, 129, 500})
    void matchesAcrossTheWordsOfItsStates(int length) {
        var text = "ab".repeat(length).substring(0, length);
        assertThat(Glob.of(text).matches(text)).isTrue();
        assertThat(Glob.of(text).matches(text + "a")).isFalse();
        assertThat(Glob.of(text).matches(text.substring(1))).isFalse();
        assertThat(Glob.of("?".repeat(length)).matches(text)).isTrue();
        assertThat(Glob.of("?".repeat(length)).matches(text + "a")).isFalse();
        assertThat(Glob.of("*" + text + "*").matches("x" + text + "x")).isTrue();
        assertThat(Glob.of(text + "x*y").matches(text + "x..y")).isTrue();
        assertThat(Glob.of(text + "x*y").matches(text + "..y")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*a*a*a*a*a*a*a*a*b", "*?*?*?*?*?*?*?*?*b", "*aaaaaaaaaaaaaaaab", "a*a*a*a*a*a*a*a*a*a", "*"})
    void readsEachCharacterOnceWhateverThePattern(String hostile) {
        for (int length : new int[] {10, 100, 1_000, 10_000}) {
            var text = new CountedText("a".repeat(length));
            Glob.of(hostile.repeat(3)).matches(text);
            assertThat(text.reads()).as("%s on %d characters", hostile, length).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithTheNaiveOne(long seed) {
        var random = new Random(seed);
        int matching = 0;
        for (int round = 0; round < 20_000; round++) {
            var pattern = text(random, "aab*?", 9);
            var text = text(random, "ab*", 12);
            boolean expected = NaiveGlob.matches(NaiveGlob.signs(pattern, true), text);
            assertThat(Glob.of(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
            matching += expected ? 1 : 0;
        }
        assertThat(matching).as("rounds that match").isBetween(1_000, 19_000);
    }

    @Test
    void agreesWithTheNaiveOneOnLongPatterns() {
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            var text = text(random, "ab", 60) + text(random, "ab", 60) + text(random, "ab", 60);
            var pattern = disguised(random, text);
            boolean expected = NaiveGlob.matches(NaiveGlob.signs(pattern, true), text);
            assertThat(Glob.of(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(expected);
        }
    }

    /** The text with a few of its characters hidden behind question marks and one stretch behind a star, or one wrong. */
    private static String disguised(Random random, String text) {
        var pattern = new StringBuilder(text);
        for (int i = 0; i < text.length(); i += 1 + random.nextInt(20)) {
            pattern.setCharAt(i, random.nextInt(30) == 0 ? 'x' : '?');
        }
        int from = random.nextInt(pattern.length() + 1);
        int to = from + random.nextInt(pattern.length() - from + 1);
        return pattern.replace(from, to, "*").toString();
    }

    private static String text(Random random, String alphabet, int longest) {
        int length = random.nextInt(longest + 1);
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (all, i) -> all.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }
}
