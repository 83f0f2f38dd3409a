package fobsmith.registry;

/** A policy that belongs to one user or group. The registry keeps the text; what it means is IAM's business. */
public record InlinePolicy(String name, String document) {
    /** What counts against quotas: every character but JSON's blanks, which do not count inside strings either. */
    public static int sizeOf(String document) {
        return Math.toIntExact(document.chars().filter(c -> !isBlank(c)).count());
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static InlinePolicy of(Row row) {
        return new InlinePolicy(row.text("name"), row.text("document"));
    }
}
