package fobsmith.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One deed. Names nobody: actor and subject are unique ids or serial numbers.
 *
 * @param seq position in the writer's chain, from 1
 * @param detail JSON object of strings, keys sorted
 */
public record AuditRecord(
        String writer, long seq, Instant at, String actor, String host, String action, String subject, String detail) {
    public AuditRecord {
        requireNonNull(writer, "no writer");
        requireNonNull(at, "no time");
        requireNonNull(actor, "no actor");
        requireNonNull(host, "no host");
        requireNonNull(action, "no action");
        requireNonNull(subject, "no subject");
        requireNonNull(detail, "no detail");
        // A file may name a time that milliseconds do not reach.
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    static AuditRecord of(Row row) {
        return new AuditRecord(
                row.text("writer"),
                row.number("seq"),
                row.instant("at"),
                row.text("actor"),
                row.text("host"),
                row.text("action"),
                row.text("subject"),
                row.text("detail"));
    }

    /** What the chain authenticates, after the MAC of the record before. */
    byte[] canonical() {
        return new Canonical()
                .with(writer)
                .with(seq)
                .with(at.toEpochMilli())
                .with(actor)
                .with(host)
                .with(action)
                .with(subject)
                .with(detail)
                .bytes();
    }
}
