package fobsmith.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object that others have written, read field by field. Complaints are one sentence that names the
 * object and the value.
 */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;
    private final JsonNode node;

    /** A complaint that already names its object. */
    static final class Complaint extends IllegalArgumentException {
        Complaint(String message) {
            super(message);
        }
    }

    private Json(String name, JsonNode node) {
        if (!node.isObject()) {
            throw new Complaint("%s is not a JSON object".formatted(name));
        }
        this.name = name;
        this.node = node;
    }

    static Json read(String name, byte[] bytes) {
        try {
            return new Json(name, MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            // Jackson's own message quotes the text, which may be a seed; so it is no cause either.
            var at = e.getLocation();
            var where = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            throw new Complaint("%s is not well-formed JSON%s".formatted(name, where));
        }
    }

    /** An object of these texts. */
    static Json of(String name, Map<String, String> fields) {
        return new Json(name, MAPPER.valueToTree(fields));
    }

    /** The same object with this field. */
    Json with(String field, String value) {
        return new Json(name, ((ObjectNode) node).deepCopy().put(field, value));
    }

    /** The same object under a better name. */
    Json called(String other) {
        return new Json(other, node);
    }

    void requireOnly(Set<String> allowed) {
        var unknown = node.propertyNames().stream()
                .filter(field -> !allowed.contains(field))
                .sorted()
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new Complaint("%s has an unknown field %s".formatted(name, unknown));
        }
    }

    /** The same object without this field. */
    Json without(String field) {
        return new Json(name, ((ObjectNode) node).deepCopy().without(field));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    boolean isText(String field) {
        return node.path(field).isString();
    }

    String text(String field) {
        if (!isText(field)) {
            throw complaint(field, "text");
        }
        return node.path(field).stringValue();
    }

    int whole(String field) {
        var value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw complaint(field, "a whole number");
        }
        return value.intValue();
    }

    int whole(String field, int otherwise) {
        return has(field) ? whole(field) : otherwise;
    }

    long wholeLong(String field, long otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        var value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw complaint(field, "a whole number");
        }
        return value.longValue();
    }

    double number(String field) {
        if (!node.path(field).isNumber()) {
            throw complaint(field, "a number");
        }
        return node.path(field).doubleValue();
    }

    double number(String field, double otherwise) {
        return has(field) ? number(field) : otherwise;
    }

    boolean flag(String field) {
        if (!node.path(field).isBoolean()) {
            throw complaint(field, "true or false");
        }
        return node.path(field).booleanValue();
    }

    /** The names of this object's fields, in their order. */
    List<String> fields() {
        return List.copyOf(node.propertyNames());
    }

    Json object(String field) {
        return new Json("%s of %s".formatted(field, name), node.path(field));
    }

    List<Json> objects(String field) {
        var array = node.path(field);
        if (!array.isArray()) {
            throw complaint(field, "a list");
        }
        var objects = new ArrayList<Json>();
        for (var one : array) {
            objects.add(new Json("%s[%d]".formatted(field, objects.size()), one));
        }
        return objects;
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        return constant(field, text(field), type);
    }

    /** The constant of this name; the field only names it in the complaint. */
    static <E extends Enum<E>> E constant(String field, String value, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "unknown %s \"%s\" (known are %s)".formatted(field, value, List.of(type.getEnumConstants())));
    }

    /** Numbers and words may be quoted; of text only its kind, for it may be a seed in the wrong place. */
    private Complaint complaint(String field, String wanted) {
        var value = node.path(field);
        if (!has(field)) {
            return new Complaint("%s lacks %s, %s".formatted(name, field, wanted));
        }
        var shown = value.isNumber() || value.isBoolean()
                ? value.toString()
                : "a JSON %s".formatted(value.getNodeType().name().toLowerCase(Locale.ROOT));
        return new Complaint("%s of %s is not %s but %s".formatted(field, name, wanted, shown));
    }
}
