package fobsmith.registry;

import java.util.Locale;

/** A key and a value somebody gave a user or a token. Keys compare without case and keep theirs. */
public record Tag(String key, String value) {
    /**
     * Equal for keys that are one, here and to policies: what is kept as two must not be one to them. Java's comparisons
     * without case take more letters for equal.
     */
    public static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    static Tag of(Row row) {
        return new Tag(row.text("name"), row.text("value"));
    }
}
