package fobsmith.iam.operation;

import fobsmith.iam.Echo;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.wire.Parameters;
import fobsmith.registry.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of one request, decoded and checked against their shapes. Violations are collected while decoding and thrown
 * together by {@link #requireValid}, several in one message as AWS does; until then a violating member reads as its default.
 */
public final class Input {
    private static final int MOST_TAGS = 50;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private final Parameters parameters;
    private final boolean echoesValues;
    private final List<String> violations = new ArrayList<>();
    private @Nullable IamException special;

    /** STS repeats a wrong value in its message; IAM does not. */
    Input(Parameters parameters, boolean echoesValues) {
        this.parameters = parameters;
        this.echoesValues = echoesValues;
    }

    String required(String member, Shape shape) {
        requirePresent(member);
        return optional(member, shape).orElse("");
    }

    /** What would have to be obeyed must not be ignored. */
    void requireNoBoundary() {
        require(!has("PermissionsBoundary"), "PermissionsBoundary is not supported, and would have to be obeyed.");
    }

    boolean has(String member) {
        return parameters.find(member).isPresent();
    }

    /** Members of a list or of a structure, however numbered and named. */
    boolean hasBelow(String prefix) {
        return parameters.hasBelow(prefix);
    }

    private void requirePresent(String member) {
        if (parameters.find(member).isEmpty()) {
            violations.add(violation("Value null", name(member), "Member must not be null"));
        }
    }

    Optional<String> optional(String member, Shape shape) {
        return parameters.find(member).filter(text -> fits(name(member), shape, text));
    }

    /** None where the member is missing. */
    List<Tag> tags() {
        var tags = new ArrayList<Tag>();
        for (int i = 1; isTag(i) && tags.size() <= MOST_TAGS; i++) {
            tags.add(new Tag(tagMember(i, "Key", Shape.TAG_KEY), tagMember(i, "Value", Shape.TAG_VALUE)));
        }
        requireFew("tags", tags.size());
        requireDistinct(tags.stream().map(Tag::key).toList());
        return tags;
    }

    List<Tag> requiredTags() {
        if (!isTag(1)) {
            requirePresent("Tags");
        }
        return tags();
    }

    private boolean isTag(int number) {
        return parameters.find("Tags.member.%d.Key".formatted(number)).isPresent()
                || parameters.find("Tags.member.%d.Value".formatted(number)).isPresent();
    }

    private String tagMember(int number, String member, Shape shape) {
        var name = "tags.%d.member.%s".formatted(number, name(member));
        var value = parameters.find("Tags.member.%d.%s".formatted(number, member));
        if (value.isEmpty()) {
            violations.add(violation("Value null", name, "Member must not be null"));
        }
        return value.filter(text -> fits(name, shape, text)).orElse("");
    }

    List<String> requiredTagKeys() {
        var keys = new ArrayList<String>();
        for (int i = 1; keys.size() <= MOST_TAGS; i++) {
            var key = parameters.find("TagKeys.member." + i);
            if (key.isEmpty()) {
                break;
            }
            fits("tagKeys.%d.member".formatted(i), Shape.TAG_KEY, key.get());
            keys.add(key.get());
        }
        if (keys.isEmpty()) {
            requirePresent("TagKeys");
        }
        requireFew("tagKeys", keys.size());
        return keys;
    }

    private void requireFew(String name, int count) {
        if (count > MOST_TAGS) {
            violations.add(violation("Value", name, "Member must have length less than or equal to " + MOST_TAGS));
        }
    }

    private void requireDistinct(List<String> keys) {
        var distinct = keys.stream().map(Tag::folded).collect(Collectors.toSet());
        require(
                distinct.size() == keys.size(),
                new IamException(
                        IamError.INVALID_INPUT,
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive."));
        require(
                distinct.stream().noneMatch(key -> key.startsWith("aws:")),
                new IamException(IamError.INVALID_INPUT, "System tags cannot be added/updated by requester."));
    }

    /** A number within bounds, or the default where the member is missing. */
    int number(String member, int lowest, int highest, int otherwise) {
        var text = parameters.find(member);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!WHOLE_NUMBER.matcher(text.get()).matches()) {
            violations.add(violation(shown(text.get()), name(member), "Member must be a number"));
            return otherwise;
        }
        long number = clamped(text.get());
        if (number < lowest || number > highest) {
            var bound = number < lowest ? "greater than or equal to " + lowest : "less than or equal to " + highest;
            violations.add(violation(shown(text.get()), name(member), "Member must have value " + bound));
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
        violations.add(violation(shown(text.get()), name(member), "Member must satisfy enum value set"));
        return otherwise;
    }

    <E extends Enum<E>> E requiredOneOf(String member, E otherwise) {
        requirePresent(member);
        return oneOf(member, otherwise);
    }

    /** A rule between members, checked after each of them. */
    void require(boolean holds, String otherwise) {
        require(holds, new IamException(IamError.VALIDATION_ERROR, otherwise));
    }

    private void require(boolean holds, IamException otherwise) {
        if (!holds && special == null) {
            special = otherwise;
        }
    }

    void requireValid() {
        if (!violations.isEmpty()) {
            throw new IamException(
                    IamError.VALIDATION_ERROR,
                    "%d validation error%s detected: %s"
                            .formatted(
                                    violations.size(),
                                    violations.size() == 1 ? "" : "s",
                                    String.join("; ", violations)));
        }
        if (special != null) {
            throw special;
        }
    }

    private boolean fits(String name, Shape shape, String text) {
        var found = shape.violations(text);
        boolean inLength = text.length() >= shape.shortest() && text.length() <= shape.longest();
        if (!found.isEmpty() && inLength && !shape.special().isEmpty()) {
            require(false, shape.special());
        } else {
            found.forEach(constraint -> violations.add(violation(shown(text), name, constraint)));
        }
        return found.isEmpty();
    }

    private String shown(String value) {
        return echoesValues ? "Value '%s'".formatted(Echo.of(value)) : "Value";
    }

    /** Members are named as in the service model's Java bindings: the first letter small. */
    private static String name(String member) {
        return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    }

    private static String violation(String value, String name, String constraint) {
        return "%s at '%s' failed to satisfy constraint: %s".formatted(value, name, constraint);
    }
}
