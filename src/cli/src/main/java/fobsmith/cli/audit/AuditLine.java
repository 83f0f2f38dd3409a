package fobsmith.cli.audit;

import fobsmith.registry.AuditRecord;
import fobsmith.registry.Registry;
import java.time.Instant;
import java.util.List;

/**
 * A record of the audit trail with the names that are known.
 *
 * @param by name, or the unique id where the name was erased
 * @param detail JSON object
 */
public record AuditLine(long seq, Instant at, String by, String host, String action, String subject, String detail) {
    public static final List<String> HEADINGS = List.of("SEQ", "AT", "BY", "HOST", "ACTION", "SUBJECT", "DETAIL");

    public static AuditLine of(Registry registry, AuditRecord deed) {
        return new AuditLine(
                deed.seq(),
                deed.at(),
                name(registry, deed.actor()),
                deed.host(),
                deed.action(),
                name(registry, deed.subject()),
                deed.detail());
    }

    private static String name(Registry registry, String id) {
        return registry.names().find(id).orElse(id);
    }

    public List<String> cells() {
        return List.of(Long.toString(seq), at.toString(), by, host, action, subject, detail);
    }
}
