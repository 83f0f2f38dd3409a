package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** From JSON to the conditions of one statement. */
final class ConditionReader {
    /** Behind the first slash stands a tag's key, which may have colons. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]+:[^:/]+(/.+)?", Pattern.DOTALL);

    private ConditionReader() {}

    static List<Condition> read(Element statement, LanguageVersion version) {
        var conditions = new ArrayList<Condition>();
        statement.find("Condition").ifPresent(value -> {
            var block = Element.of(statement.place() + ", Condition", value);
            for (var name : block.members().keySet()) {
                conditions.addAll(underOperator(block, name, version));
            }
        });
        return conditions;
    }

    private static List<Condition> underOperator(Element block, String name, LanguageVersion version) {
        var operator = operator(block, name);
        var keys = Element.of(
                "%s, %s".formatted(block.place(), name), block.find(name).orElseThrow());
        if (keys.members().isEmpty()) {
            throw keys.complaint("no key is given; allowed are keys with their values");
        }
        var spellings = new HashSet<String>();
        var conditions = new ArrayList<Condition>();
        for (var key : keys.members().keySet()) {
            requireKey(keys, key);
            if (!spellings.add(ContextKey.folded(key))) {
                throw keys.complaint("the key %s stands there twice in different case".formatted(Quoted.of(key)));
            }
            conditions.add(new Condition(operator, key, criteria(keys, key, operator, version)));
        }
        return conditions;
    }

    private static ConditionOperator operator(Element block, String name) {
        try {
            return ConditionOperator.parse(name);
        } catch (IllegalArgumentException e) {
            throw block.complaint("the operator %s %s".formatted(Quoted.of(name), e.getMessage()));
        }
    }

    private static void requireKey(Element keys, String key) {
        if (!KEY.matcher(key).matches()) {
            throw keys.complaint(
                    PolicyFault.NO_VENDOR,
                    "%s is no condition key; allowed are service:name and service:name/tag".formatted(Quoted.of(key)));
        }
    }

    private static List<Criterion> criteria(
            Element keys, String key, ConditionOperator operator, LanguageVersion version) {
        var values = keys.list(key);
        if (values.isEmpty()) {
            throw keys.complaint("the key %s has no values; allowed is one or more".formatted(Quoted.of(key)));
        }
        return values.stream()
                .map(value -> criterion(keys, key, written(keys, key, value), operator, version))
                .toList();
    }

    private static String written(Element keys, String key, JsonValue value) {
        return switch (value) {
            case JsonValue.Text(var text) -> text;
            case JsonValue.Bare(var text) -> text;
            default ->
                throw keys.complaint("the key %s has %s for a value; allowed are strings, numbers, true and false"
                        .formatted(Quoted.of(key), value.kind()));
        };
    }

    private static Criterion criterion(
            Element keys, String key, String written, ConditionOperator operator, LanguageVersion version) {
        try {
            return operator.comparison().criterion(written, version);
        } catch (IllegalArgumentException e) {
            throw keys.complaint(
                    "the value %s of the key %s %s".formatted(Quoted.of(written), Quoted.of(key), e.getMessage()));
        }
    }
}
