package fobsmith.seedfiles;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private final ReadingTerms terms;
    private final XmlCursor cursor;
    private final Subject subject;
    private final Set<String> usages = new HashSet<>();
    private Validity validity = Validity.UNBOUNDED;
    private @Nullable PinPolicy pin;

    private KeyPolicy(Container container, Subject subject) {
        terms = container.terms();
        cursor = container.cursor();
        this.subject = subject;
    }

    /** The policy, if it lets the key be used for one-time passwords. */
    static Policy read(Container container, Subject subject) {
        return new KeyPolicy(container, subject).read();
    }

    private Policy read() {
        requireNoAttributes();
        cursor.eachChild(Set.of("KeyUsage"), this::readRestriction);
        if (!usages.isEmpty() && !usages.contains("OTP")) {
            throw subject.refused("may not be used for OTP (its Policy says KeyUsage %s)"
                    .formatted(String.join(", ", usages.stream().sorted().toList())));
        }
        return new Policy(validity, Set.copyOf(usages), pin);
    }

    private void readRestriction(String name) {
        switch (name) {
            case "StartDate" -> validity = validity.startingAt(date());
            case "ExpiryDate" -> validity = validity.expiringAt(date());
            case "KeyUsage" -> usages.add(usage());
            case "PINPolicy" -> pin = pinPolicy();
            default -> throw notUnderstood(cursor.localName());
        }
    }

    /** A PIN that the token checks itself is none of the verifier's business; any other would be part of the code. */
    private PinPolicy pinPolicy() {
        var policy = new PinPolicyReader(cursor, subject, this::notUnderstood).read();
        if (policy.usageMode() != PinPolicy.UsageMode.LOCAL) {
            throw subject.refused(
                    "has a PIN policy (PINPolicy) by which the PIN goes into the code (%s), which is not supported"
                            .formatted(policy.usageMode()));
        }
        if (!terms.tolerate(Leniency.PIN_CHECKED_BY_TOKEN)) {
            throw subject.refused(
                    "has a PIN policy (PINPolicy) by which the token checks a PIN itself",
                    Leniency.PIN_CHECKED_BY_TOKEN);
        }
        return policy;
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
