package fobsmith.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object of a policy while it is read.
 *
 * @param place where it stands, in words: complaints begin with it
 */
record Element(String place, Map<String, JsonValue> members) {

    static Element of(String place, JsonValue value) {
        if (value instanceof JsonValue.Members object) {
            return new Element(place, object.values());
        }
        throw new MalformedPolicy(PolicyFault.SYNTAX, "%s is %s; allowed is an object".formatted(place, value.kind()));
    }

    Element at(String otherPlace) {
        return new Element(otherPlace, members);
    }

    void requireOnly(List<String> allowed) {
        for (var name : members.keySet()) {
            if (!allowed.contains(name)) {
                throw complaint("%s is no element of it; allowed are %s"
                        .formatted(Quoted.of(name), String.join(", ", allowed)));
            }
        }
    }

    Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Optional<String> text(String name) {
        return find(name).map(value -> switch (value) {
            case JsonValue.Text(var text) -> text;
            default -> throw complaint("%s is %s; allowed is a string".formatted(name, value.kind()));
        });
    }

    /** A string, or a list of strings, which may be empty. */
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var value : list(name)) {
            if (!(value instanceof JsonValue.Text(var text))) {
                throw complaint("%s holds %s; allowed are strings".formatted(name, value.kind()));
            }
            texts.add(text);
        }
        return texts;
    }

    /** A value standing alone is a list of one. Nothing is an empty list. */
    List<JsonValue> list(String name) {
        return find(name)
                .map(value -> value instanceof JsonValue.Array(var values) ? values : List.of(value))
                .orElse(List.of());
    }

    MalformedPolicy complaint(String detail) {
        return complaint(PolicyFault.SYNTAX, detail);
    }

    MalformedPolicy complaint(PolicyFault fault, String detail) {
        return new MalformedPolicy(fault, place + ": " + detail);
    }
}
