package fobsmith.registry;

/** A key and a value somebody gave a user or a token. Keys compare without case and keep theirs. */
public record Tag(String key, String value) {
    static Tag of(Row row) {
        return new Tag(row.text("name"), row.text("value"));
    }
}
