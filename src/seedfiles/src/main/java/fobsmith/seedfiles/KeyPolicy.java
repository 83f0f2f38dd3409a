package fobsmith.seedfiles;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads what a key may be used for (RFC 6030 section 5). A policy that is not understood in full permits nothing, so whatever
 * this class does not know it refuses.
 */
final class KeyPolicy {
    private static final Set<String> USAGES = Set.of(
            "OTP",
            "CR",
            "Encrypt",
            "Integrity",
            "Verify",
            "Unlock",
            "Decrypt",
            "KeyWrap",
            "Unwrap",
            "Derive",
            "Generate");

    private final XmlCursor cursor;
    private final Subject subject;
    private final Set<String> usages = new HashSet<>();
    private Validity validity = Validity.UNBOUNDED;

    private KeyPolicy(XmlCursor cursor, Subject subject) {
        this.cursor = cursor;
        this.subject = subject;
    }

    /** When the key may be used, if it may be used for one-time passwords at all. */
    static Validity read(XmlCursor cursor, Subject subject) {
        return new KeyPolicy(cursor, subject).read();
    }

    private Validity read() {
        requireNoAttributes();
        cursor.eachChild(Set.of("KeyUsage"), this::readRestriction);
        if (!usages.isEmpty() && !usages.contains("OTP")) {
            throw subject.refused("may not be used for OTP (its Policy says KeyUsage %s)"
                    .formatted(String.join(", ", usages.stream().sorted().toList())));
        }
        return validity;
    }

    private void readRestriction(String name) {
        switch (name) {
            case "StartDate" -> validity = validity.startingAt(date());
            case "ExpiryDate" -> validity = validity.expiringAt(date());
            case "KeyUsage" -> usages.add(usage());
            case "PINPolicy" -> throw subject.refused("has a PIN policy (PINPolicy), which is not supported");
            default -> throw notUnderstood(cursor.localName());
        }
    }

    private Instant date() {
        requireNoAttributes();
        return Validity.date(cursor);
    }

    private String usage() {
        requireNoAttributes();
        var usage = cursor.text(64);
        if (!USAGES.contains(usage)) {
            throw notUnderstood("KeyUsage \"%s\"".formatted(usage));
        }
        return usage;
    }

    private void requireNoAttributes() {
        if (cursor.hasAttributes()) {
            throw notUnderstood("an attribute of " + cursor.localName());
        }
    }

    private SeedFileException notUnderstood(String what) {
        return subject.refused("has a Policy that is not understood (%s), so its key must not be used".formatted(what));
    }
}
