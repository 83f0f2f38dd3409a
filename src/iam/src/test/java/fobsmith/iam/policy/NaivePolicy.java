package fobsmith.iam.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The policy language a second time, with everything tried one after the other and nothing clever: what a policy of these
 * statements means, written without looking at the first. Knows a part of the operators.
 */
record NaivePolicy(List<NaiveStatement> statements) {
    record NaiveCondition(String set, String operator, String suffix, String key, List<String> wanted) {}

    record NaiveStatement(
            boolean denies,
            String actionElement,
            List<String> actions,
            String resourceElement,
            List<String> resources,
            List<NaiveCondition> conditions) {}

    String json() {
        return Policies.document(statements.stream().map(NaivePolicy::json).toArray(String[]::new));
    }

    private static String json(NaiveStatement statement) {
        var conditions = statement.conditions().stream()
                .map(c -> "\"%s%s%s\":{\"%s\":%s}"
                        .formatted(c.set(), c.operator(), c.suffix(), c.key(), list(c.wanted())))
                .collect(Collectors.joining(","));
        return "{\"Effect\":\"%s\",\"%s\":%s,\"%s\":%s,\"Condition\":{%s}}"
                .formatted(
                        statement.denies() ? "Deny" : "Allow",
                        statement.actionElement(),
                        list(statement.actions()),
                        statement.resourceElement(),
                        list(statement.resources()),
                        conditions);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Policies::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    /** By the name of the class that the decision should have. */
    String decide(RequestContext request) {
        boolean allowed = false;
        boolean denied = false;
        for (var statement : statements) {
            if (applies(statement, request)) {
                denied = denied || statement.denies();
                allowed = allowed || !statement.denies();
            }
        }
        return denied ? "ExplicitlyDenied" : allowed ? "Allowed" : "ImplicitlyDenied";
    }

    private static boolean applies(NaiveStatement statement, RequestContext request) {
        boolean action = false;
        for (var pattern : statement.actions()) {
            action |= NaiveGlob.matches(
                    NaiveGlob.signs(pattern.toUpperCase(Locale.ROOT), true),
                    request.action().toUpperCase(Locale.ROOT));
        }
        boolean resource = false;
        for (var pattern : statement.resources()) {
            resource |= covers(pattern, request);
        }
        boolean conditions = true;
        for (var condition : statement.conditions()) {
            conditions &= holds(condition, request);
        }
        return action == statement.actionElement().equals("Action")
                && resource == statement.resourceElement().equals("Resource")
                && conditions;
    }

    /** Cuts the pattern's parts off one by one; variables stand in the last only. */
    private static boolean covers(String pattern, RequestContext request) {
        if (pattern.equals("*")) {
            return true;
        }
        var restOfPattern = pattern;
        var restOfArn = request.resource();
        for (int part = 0; part < 5; part++) {
            int inPattern = restOfPattern.indexOf(':');
            int inArn = restOfArn.indexOf(':');
            if (inArn < 0
                    || !NaiveGlob.matches(
                            NaiveGlob.signs(restOfPattern.substring(0, inPattern), true),
                            restOfArn.substring(0, inArn))) {
                return false;
            }
            restOfPattern = restOfPattern.substring(inPattern + 1);
            restOfArn = restOfArn.substring(inArn + 1);
        }
        var signs = signs(restOfPattern, request);
        return !signs.contains(UNKNOWN) && NaiveGlob.matches(signs, restOfArn);
    }

    private static final NaiveGlob.Sign UNKNOWN = new NaiveGlob.Sign('\uffff', true);

    /** With variables put in; a sign that nothing matches stands where one has no value. */
    private static List<NaiveGlob.Sign> signs(String pattern, RequestContext request) {
        var signs = new ArrayList<NaiveGlob.Sign>();
        var rest = pattern;
        while (!rest.isEmpty()) {
            if (rest.startsWith("${")) {
                var inside = rest.substring(2, rest.indexOf('}'));
                rest = rest.substring(rest.indexOf('}') + 1);
                signs.addAll(value(inside, request));
            } else {
                signs.add(new NaiveGlob.Sign(rest.charAt(0), true));
                rest = rest.substring(1);
            }
        }
        return signs;
    }

    private static List<NaiveGlob.Sign> value(String inside, RequestContext request) {
        if (inside.length() == 1) {
            return NaiveGlob.signs(inside, false);
        }
        var parts = inside.split(", ", -1);
        var values = request.values(parts[0]);
        if (values.size() == 1) {
            return NaiveGlob.signs(values.getFirst(), false);
        }
        return parts.length == 2
                ? NaiveGlob.signs(parts[1].substring(1, parts[1].length() - 1), false)
                : List.of(UNKNOWN);
    }

    private static boolean holds(NaiveCondition condition, RequestContext request) {
        var found = request.values(condition.key());
        boolean missing = found.isEmpty();
        if (condition.operator().equals("Null")) {
            return condition.wanted().contains(missing ? "true" : "false");
        }
        boolean setOperator = !condition.set().isEmpty();
        boolean emptySet = missing || (setOperator && String.join("", found).isEmpty());
        if (emptySet && condition.suffix().equals("IfExists")) {
            return true;
        }
        boolean negated = condition.operator().contains("Not");
        if (emptySet) {
            return condition.set().equals("ForAllValues:") || (negated && !setOperator);
        }
        return holds(condition, negated, found, request);
    }

    private static boolean holds(
            NaiveCondition condition, boolean negated, List<String> found, RequestContext request) {
        int matching = 0;
        for (var value : found) {
            boolean any = false;
            for (var wanted : condition.wanted()) {
                any |= compare(condition.operator().replace("Not", ""), wanted, value, request);
            }
            matching += any ? 1 : 0;
        }
        boolean numeric = condition.operator().startsWith("Numeric");
        int comparable = (int) found.stream()
                .filter(value -> !numeric || value.matches("[0-9]+"))
                .count();
        int fitting = negated ? comparable - matching : matching;
        return switch (condition.set()) {
            case "ForAllValues:" -> fitting == found.size();
            case "ForAnyValue:" -> fitting > 0;
            default -> negated ? fitting == found.size() : matching > 0;
        };
    }

    private static boolean compare(String operator, String wanted, String value, RequestContext request) {
        if (operator.startsWith("Numeric")) {
            return value.matches("[0-9]+") && compareNumbers(operator, new BigDecimal(value), new BigDecimal(wanted));
        }
        if (operator.equals("Bool")) {
            return value.equalsIgnoreCase(wanted);
        }
        var signs = signs(wanted, request);
        if (signs.contains(UNKNOWN)) {
            return false;
        }
        var text = signs.stream().map(sign -> "" + sign.character()).collect(Collectors.joining());
        return switch (operator) {
            case "StringEquals" -> value.equals(text);
            case "StringEqualsIgnoreCase" -> value.equalsIgnoreCase(text);
            case "StringLike" -> NaiveGlob.matches(signs, value);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean compareNumbers(String operator, BigDecimal value, BigDecimal wanted) {
        return switch (operator) {
            case "NumericEquals" -> value.subtract(wanted).signum() == 0;
            case "NumericLessThan" -> wanted.subtract(value).signum() > 0;
            case "NumericGreaterThanEquals" -> wanted.subtract(value).signum() <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
