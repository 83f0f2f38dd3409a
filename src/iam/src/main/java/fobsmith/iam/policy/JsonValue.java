package fobsmith.iam.policy;

import java.util.List;
import java.util.Map;

/** JSON as far as policies need it. */
sealed interface JsonValue {
    /** In words, with its article. */
    String kind();

    record Text(String text) implements JsonValue {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /** A number, true or false: policies take them for the string of the same letters, so these are kept as written. */
    record Bare(String text) implements JsonValue {
        @Override
        public String kind() {
            return "a number or truth value";
        }
    }

    record Nothing() implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }

    record Array(List<JsonValue> values) implements JsonValue {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** In the order written. */
    record Members(Map<String, JsonValue> values) implements JsonValue {
        @Override
        public String kind() {
            return "an object";
        }
    }
}
