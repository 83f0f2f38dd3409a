package fobsmith.registry;

/** A policy that belongs to one user or group. The registry keeps the text; what it means is IAM's business. */
public record InlinePolicy(String name, String document) {
    static InlinePolicy of(Row row) {
        return new InlinePolicy(row.text("name"), row.text("document"));
    }
}
