package fobsmith.iam.operation;

import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The members of one request, decoded and checked against their shapes. Violations are collected while decoding and thrown
 * together by {@link #requireValid}, several in one message as AWS does; until then a violating member reads as its default.
 */
public final class Input {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private final Parameters parameters;
    private final boolean echoesValues;
    private final List<String> violations = new ArrayList<>();
    private String special = "";

    /** STS repeats a wrong value in its message; IAM does not. */
    Input(Parameters parameters, boolean echoesValues) {
        this.parameters = parameters;
        this.echoesValues = echoesValues;
    }

    String required(String member, Shape shape) {
        var value = parameters.find(member);
        if (value.isEmpty()) {
            violations.add(violation("Value null", member, "Member must not be null"));
        }
        return value.filter(text -> fits(member, shape, text)).orElse("");
    }

    Optional<String> optional(String member, Shape shape) {
        return parameters.find(member).filter(text -> fits(member, shape, text));
    }

    /** A number within bounds, or the default where the member is missing. */
    int number(String member, int lowest, int highest, int otherwise) {
        var text = parameters.find(member);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!WHOLE_NUMBER.matcher(text.get()).matches()) {
            violations.add(violation(shown(text.get()), member, "Member must be a number"));
            return otherwise;
        }
        long number = clamped(text.get());
        if (number < lowest || number > highest) {
            var bound = number < lowest ? "greater than or equal to " + lowest : "less than or equal to " + highest;
            violations.add(violation(shown(text.get()), member, "Member must have value " + bound));
            return otherwise;
        }
        return (int) number;
    }

    /** Nothing with this many digits is within anybody's bounds. */
    private static long clamped(String number) {
        long extreme = number.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        return number.length() > 18 ? extreme : Long.parseLong(number);
    }

    /** One of an enumeration's constants, as written on the wire. */
    <E extends Enum<E>> E oneOf(String member, E otherwise) {
        var text = parameters.find(member);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (var constant : otherwise.getDeclaringClass().getEnumConstants()) {
            var name = constant.name();
            if ((name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)).equals(text.get())) {
                return constant;
            }
        }
        violations.add(violation(shown(text.get()), member, "Member must satisfy enum value set"));
        return otherwise;
    }

    /** A rule between members, checked after each of them. */
    void require(boolean holds, String otherwise) {
        if (!holds && special.isEmpty()) {
            special = otherwise;
        }
    }

    void requireValid() {
        if (violations.isEmpty() && special.isEmpty()) {
            return;
        }
        throw new IamException(
                IamError.VALIDATION_ERROR,
                violations.isEmpty()
                        ? special
                        : "%d validation error%s detected: %s"
                                .formatted(
                                        violations.size(),
                                        violations.size() == 1 ? "" : "s",
                                        String.join("; ", violations)));
    }

    private boolean fits(String member, Shape shape, String text) {
        var found = shape.violations(text);
        boolean inLength = text.length() >= shape.shortest() && text.length() <= shape.longest();
        if (!found.isEmpty() && inLength && !shape.special().isEmpty()) {
            require(false, shape.special());
        } else {
            found.forEach(constraint -> violations.add(violation(shown(text), member, constraint)));
        }
        return found.isEmpty();
    }

    private String shown(String value) {
        return echoesValues ? "Value '%s'".formatted(value) : "Value";
    }

    /** Members are named as in the service model's Java bindings: the first letter small. */
    private static String violation(String value, String member, String constraint) {
        var name = member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
        return "%s at '%s' failed to satisfy constraint: %s".formatted(value, name, constraint);
    }
}
