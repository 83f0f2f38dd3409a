package fobsmith.registry;

import static java.util.Objects.requireNonNull;

/**
 * How far a chain of audit records had come: kept outside the registry, it shows whether records are missing at the end.
 *
 * @param seq number of the newest record; 0 where there was none
 * @param mac its MAC, hexadecimal; covers all records before it
 */
public record AuditHead(String writer, long seq, String mac) {
    public AuditHead {
        requireNonNull(writer, "no writer");
        AuditMac.parse(mac);
    }
}
