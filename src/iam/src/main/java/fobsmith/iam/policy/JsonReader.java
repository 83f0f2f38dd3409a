package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads exactly one JSON value (RFC 8259): no name twice in an object, nothing behind it, no deeper than a policy may be. */
final class JsonReader {
    /** Policy, list of statements, statement, Condition, operator, list of values: the sixth holds no seventh. */
    private static final int DEEPEST = 6;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static JsonValue read(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var reader = new JsonReader(parser);
            var value = reader.value(parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                throw reader.invalid("the policy is followed by something else");
            }
            return value;
        } catch (JacksonException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
            throw new MalformedPolicy(PolicyFault.INVALID_JSON, "the policy is not well-formed JSON" + where);
        }
    }

    private JsonValue value(JsonToken token, int depth) {
        if (token == null) {
            throw invalid("the policy is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> new JsonValue.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new JsonValue.Bare(parser.getString());
            case VALUE_NULL -> new JsonValue.Nothing();
            default -> throw invalid("the policy has a stray " + token);
        };
    }

    private JsonValue object(int depth) {
        var members = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (members.put(name, value(parser.nextToken(), depth)) != null) {
                throw invalid("%s stands twice in one object".formatted(Quoted.of(name)));
            }
        }
        return new JsonValue.Members(Collections.unmodifiableMap(members));
    }

    private JsonValue array(int depth) {
        var values = new ArrayList<JsonValue>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value(token, depth));
        }
        return new JsonValue.Array(Collections.unmodifiableList(values));
    }

    private int deeper(int depth) {
        if (depth == DEEPEST) {
            throw invalid("the policy is nested deeper than %d lists and objects".formatted(DEEPEST));
        }
        return depth + 1;
    }

    private MalformedPolicy invalid(String what) {
        var at = parser.currentLocation();
        return new MalformedPolicy(
                PolicyFault.INVALID_JSON, "%s (line %d, column %d)".formatted(what, at.getLineNr(), at.getColumnNr()));
    }
}
