package fobsmith.registry;

import static java.util.Objects.requireNonNull;

/**
 * An audit record as it leaves the registry.
 *
 * @param mac hexadecimal, over the record and the MAC of the one before it; only the registry's audit key makes it
 */
public record ExportedRecord(AuditRecord record, String mac) {
    public ExportedRecord {
        requireNonNull(record, "no record");
        AuditMac.parse(mac);
    }

    byte[] macBytes() {
        return AuditMac.parse(mac);
    }
}
