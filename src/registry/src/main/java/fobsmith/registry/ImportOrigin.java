package fobsmith.registry;

/**
 * Where the tokens of an import come from.
 *
 * @param name what the audit trail says of it
 * @param fingerprint the same for the same tokens in the same order, and for no others: by it an import that was broken off
 *     is known again; empty where there is none
 */
public record ImportOrigin(String name, String fingerprint) {
    /** An import that starts over when it was broken off. */
    static ImportOrigin once(String name) {
        return new ImportOrigin(name, "");
    }
}
