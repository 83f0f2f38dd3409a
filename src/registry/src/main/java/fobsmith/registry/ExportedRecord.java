package fobsmith.registry;

/**
 * An audit record as it leaves the registry.
 *
 * @param mac hexadecimal, over the record and the MAC of the one before it; only the registry's audit key makes it
 */
public record ExportedRecord(AuditRecord record, String mac) {}
