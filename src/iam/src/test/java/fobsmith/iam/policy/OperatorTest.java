package fobsmith.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operator with its key present, absent, several times over, with IfExists and under both set operators. */
class OperatorTest {
    private static final String KEY = "test:key";

    /**
     * @param wanted in the policy
     * @param fitting in the request, such that the positive operator holds
     * @param unfitting such that it does not
     */
    private record Row(String operator, boolean negated, String wanted, String fitting, String unfitting) {}

    private static final String ARN = "arn:aws:iam::1:user/";

    private static final List<Row> ROWS = List.of(
            new Row("StringEquals", false, "bob", "bob", "Bob"),
            new Row("StringNotEquals", true, "bob", "bob", "Bob"),
            new Row("StringEqualsIgnoreCase", false, "bob", "BOB", "bobby"),
            new Row("StringNotEqualsIgnoreCase", true, "bob", "BOB", "bobby"),
            new Row("StringLike", false, "b*b", "barb", "Barb"),
            new Row("StringNotLike", true, "b*b", "barb", "Barb"),
            new Row("NumericEquals", false, "10", "10.0", "11"),
            new Row("NumericNotEquals", true, "10", "+10", "-10"),
            new Row("NumericLessThan", false, "10", "9.99", "10"),
            new Row("NumericLessThanEquals", false, "10", "10", "10.01"),
            new Row("NumericGreaterThan", false, "10", "11", "10"),
            new Row("NumericGreaterThanEquals", false, "10", "10", "9"),
            new Row("DateEquals", false, "2026-11-23T00:00:00Z", "2026-11-23T01:00:00+01:00", "2026-11-23T00:00:01Z"),
            new Row("DateNotEquals", true, "2026-11-23T00:00:00Z", "1795392000", "2026-11-24"),
            new Row("DateLessThan", false, "2026-11-23", "2026-11-22T23:59:59.999Z", "2026-11-23"),
            new Row("DateLessThanEquals", false, "2026-11-23", "2026-11-23", "2026-11-23T00:00:00.001Z"),
            new Row("DateGreaterThan", false, "2026-11-23", "2026-11-23T00:00:01Z", "2026-11-23"),
            new Row("DateGreaterThanEquals", false, "2026-11-23", "2026-11-23", "2026-11-22"),
            new Row("Bool", false, "true", "TRUE", "false"),
            new Row("BinaryEquals", false, "AQID", "AQID", "AQIE"),
            new Row("IpAddress", false, "203.0.113.0/24", "203.0.113.9", "203.0.114.9"),
            new Row("NotIpAddress", true, "203.0.113.0/24", "203.0.113.9", "2001:db8::1"),
            new Row("ArnEquals", false, ARN + "b*", ARN + "bob", ARN + "alice"),
            new Row("ArnNotEquals", true, ARN + "b*", ARN + "bob", ARN + "alice"),
            new Row("ArnLike", false, ARN + "b*", ARN + "bob", ARN + "alice"),
            new Row("ArnNotLike", true, ARN + "b*", ARN + "bob", ARN + "alice"));

    /**
     * @param values of the request: F fits, U does not
     * @param positive whether a positive operator holds
     * @param negative whether a negated one does
     */
    private record Situation(String set, String suffix, String values, boolean positive, boolean negative) {
        List<String> values(Row row) {
            return values.chars()
                    .mapToObj(c -> c == 'F' ? row.fitting() : row.unfitting())
                    .toList();
        }
    }

    private static final List<Situation> SITUATIONS = List.of(
            new Situation("", "", "F", true, false),
            new Situation("", "", "U", false, true),
            new Situation("", "", "", false, true),
            new Situation("", "", "UF", true, false),
            new Situation("", "", "UU", false, true),
            new Situation("", "IfExists", "F", true, false),
            new Situation("", "IfExists", "U", false, true),
            new Situation("", "IfExists", "", true, true),
            new Situation("ForAllValues:", "", "F", true, false),
            new Situation("ForAllValues:", "", "FF", true, false),
            new Situation("ForAllValues:", "", "FU", false, false),
            new Situation("ForAllValues:", "", "UU", false, true),
            new Situation("ForAllValues:", "", "", true, true),
            new Situation("ForAllValues:", "IfExists", "FU", false, false),
            new Situation("ForAllValues:", "IfExists", "", true, true),
            new Situation("ForAnyValue:", "", "F", true, false),
            new Situation("ForAnyValue:", "", "FF", true, false),
            new Situation("ForAnyValue:", "", "FU", true, true),
            new Situation("ForAnyValue:", "", "UU", false, true),
            new Situation("ForAnyValue:", "", "", false, false),
            new Situation("ForAnyValue:", "IfExists", "FF", true, false),
            new Situation("ForAnyValue:", "IfExists", "UU", false, true),
            new Situation("ForAnyValue:", "IfExists", "", true, true));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NULL")
    void holdsAsItsRowOfTheTableSays(Comparison comparison) {
        var row = ROWS.stream()
                .filter(one -> one.operator().equals(comparison.written()))
                .findFirst()
                .orElseThrow();
        var softly = new SoftAssertions();
        for (var situation : SITUATIONS) {
            var operator = situation.set() + row.operator() + situation.suffix();
            var condition = condition(operator, row.wanted());
            softly.assertThat(Policies.holds(condition, Policies.request().with(KEY, situation.values(row))))
                    .as("%s on %s", condition, situation.values(row))
                    .isEqualTo(row.negated() ? situation.negative() : situation.positive());
        }
        softly.assertAll();
    }

    @Test
    void standsInTheTableOnce() {
        assertThat(ROWS)
                .extracting(Row::operator)
                .containsExactlyElementsOf(Arrays.stream(Comparison.values())
                        .filter(comparison -> comparison != Comparison.NULL)
                        .map(Comparison::written)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false",
        "false, false, true",
        "TRUE, true, false",
        "False, false, true",
    })
    void nullAsksWhetherTheKeyIsMissing(String wanted, boolean missing, boolean present) {
        var condition = condition("Null", wanted);
        assertThat(Policies.holds(condition, Policies.request())).isEqualTo(missing);
        assertThat(Policies.holds(condition, Policies.request().with(KEY))).isEqualTo(missing);
        assertThat(Policies.holds(condition, Policies.request().with(KEY, "x"))).isEqualTo(present);
        assertThat(Policies.holds(condition, Policies.request().with(KEY, "x", "y")))
                .isEqualTo(present);
        assertThat(Policies.holds(condition, Policies.request().with(KEY, wanted)))
                .isEqualTo(present);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, a, true",
        "StringEquals, b, true",
        "StringEquals, c, false",
        "StringNotEquals, a, false",
        "StringNotEquals, b, false",
        "StringNotEquals, c, true",
        "ForAllValues:StringEquals, b, true",
        "ForAnyValue:StringNotLike, b, false",
        "ForAnyValue:StringNotLike, c, true"
    })
    void takesSeveralValuesForAlternativesAndForNoneOfThemIfNegated(String operator, String found, boolean expected) {
        var condition = "{\"%s\":{\"%s\":[\"a\",\"b\"]}}".formatted(operator, KEY);
        assertThat(Policies.holds(condition, Policies.request().with(KEY, found)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a, b, c, true", "a, b, x, false", "a, x, c, false", "x, b, c, false"})
    void wantsEveryKeyOfEveryOperator(String one, String two, String three, boolean expected) {
        var condition = """
                {"StringEquals":{"test:one":"a","test:two":"b"},"StringLike":{"test:three":"c"}}""";
        var request =
                Policies.request().with("test:one", one).with("test:two", two).with("test:three", three);
        assertThat(Policies.holds(condition, request)).isEqualTo(expected);
    }

    @Test
    void takesNothingButEmptyStringsForAnEmptySet() {
        var request = Policies.request();
        assertThat(Policies.holds(condition("ForAllValues:StringEquals", "a"), request.with(KEY, "", "")))
                .isTrue();
        assertThat(Policies.holds(condition("ForAnyValue:StringEquals", ""), request.with(KEY, "")))
                .isFalse();
        assertThat(Policies.holds(condition("ForAllValues:StringEquals", "a"), request.with(KEY, "", "a")))
                .isFalse();
        assertThat(Policies.holds(condition("StringEquals", ""), request.with(KEY, "")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"aws:multifactorauthpresent, AWS:MultiFactorAuthPresent", "AWS:PRINCIPALTAG/Team, aws:PrincipalTag/tEAM"
    })
    void knowsKeysWhateverTheirCase(String written, String given) {
        var condition = "{\"StringEquals\":{\"%s\":\"Blue\"}}".formatted(written);
        assertThat(Policies.holds(condition, Policies.request().with(given, "Blue")))
                .isTrue();
        assertThat(Policies.holds(condition, Policies.request().with(given, "blue")))
                .isFalse();
    }

    private static String condition(String operator, String wanted) {
        return "{\"%s\":{\"%s\":%s}}".formatted(operator, KEY, Policies.quoted(wanted));
    }
}
