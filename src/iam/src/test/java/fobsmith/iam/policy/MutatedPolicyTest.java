package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tens of thousands of policies that are not quite right: each is refused as a malformed one, or means something. */
class MutatedPolicyTest {
    private static final int ROUNDS = 8_000;

    private static final String EVERY_OPERATOR = Policies.under("""
            {"StringEqualsIfExists":{"aws:username":["a","${aws:userid, 'b'}"]},"StringLike":{"a:b":"*${*}?"},
            "NumericLessThan":{"a:c":[1,-2.5]},"DateGreaterThan":{"a:d":["2026-11-23T10:15:30.5+01:00",0,"2026"]},
            "ForAnyValue:Bool":{"a:e":true},"BinaryEquals":{"a:f":"AQID"},"NotIpAddress":{"a:g":["10.0.0.0/8","::/0"]},
            "ArnLike":{"a:h":["arn:aws:*","${a:b}","*"]},"Null":{"a:i":false}}""");

    private static final List<String> KEYS =
            List.of("a:b", "a:c", "a:d", "a:e", "a:f", "a:g", "a:h", "a:i", "aws:MultiFactorAuthAge");

    private static final List<String> SNIPPETS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "${",
            "${}",
            "'",
            "*",
            "?",
            "null",
            "true",
            "1e999999999",
            "-0",
            "0.",
            "\"Principal\":\"*\",",
            "\"Effect\":\"Deny\",",
            "\"\":{},",
            "IfExists",
            "ForAllValues:",
            "arn:",
            "::::::",
            "/33",
            "%25",
            "2026-02-30",
            "\u00e9",
            "\u0000",
            "\ufeff",
            "é",
            " ",
            "\n");

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[\\[\\]{},:]|[^\\s\\[\\]{},:\"]+");

    private static List<String> originals() {
        return Stream.concat(Policies.examples().stream().map(Policies::read), Stream.of(EVERY_OPERATOR))
                .toList();
    }

    private static void requireProper(String text, RequestContext request) {
        PolicyDocument document;
        try {
            document = Policies.parse(text);
        } catch (MalformedPolicy refused) {
            assertThat(refused.sentence()).as(text).isNotEmpty().doesNotContainPattern("\\p{Cntrl}");
            assertThat(refused.detail()).as(text).isNotEmpty().doesNotContainPattern("\\p{Cntrl}");
            return;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("gives " + e + ": " + text, e);
        }
        var decision = new IdentityPolicies(List.of(new NamedPolicy("mutated", document))).decide(request);
        assertThat(decision.outcomes()).hasSameSizeAs(document.statements());
        assertThat(decision.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.explanations()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void isMalformedOrMeansSomethingWhicheverCharactersChange(long seed) {
        var random = new Random(seed);
        var requests = new RandomPolicies(seed);
        var originals = originals();
        for (int round = 0; round < ROUNDS; round++) {
            var text = requests.oneOf(originals);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                text = withOtherCharacters(text, random);
            }
            requireProper(text, requests.withRandom(KEYS, requests.request()));
        }
    }

    private static String withOtherCharacters(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(4));
        var snippet = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, at) + (char) random.nextInt(0x180) + text.substring(to);
            case 2 -> text.substring(0, at) + snippet + text.substring(at);
            default -> text.substring(0, at) + snippet + text.substring(to);
        };
    }

    /** What stays well-formed more often, and so gets further. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void isMalformedOrMeansSomethingWhicheverTokensChange(long seed) {
        var random = new Random(seed);
        var requests = new RandomPolicies(seed);
        var originals = originals();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var tokens = new ArrayList<>(TOKEN.matcher(requests.oneOf(originals))
                    .results()
                    .map(token -> token.group())
                    .toList());
            int at = random.nextInt(tokens.size());
            int other = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.set(at, tokens.get(other));
                case 2 -> tokens.add(at, tokens.get(other));
                case 3 -> tokens.set(at, tokens.set(other, tokens.get(at)));
                default -> tokens.set(at, requests.oneOf(List.of("null", "1", "[]", "{}", "\"\"", "true", "[\"*\"]")));
            }
            var text = String.join("", tokens);
            requireProper(text, requests.withRandom(KEYS, requests.request()));
            read += isRead(text) ? 1 : 0;
        }
        assertThat(read).as("policies that were read").isBetween(ROUNDS / 50, ROUNDS / 2);
    }

    private static boolean isRead(String text) {
        try {
            Policies.parse(text);
            return true;
        } catch (MalformedPolicy refused) {
            return false;
        }
    }
}
