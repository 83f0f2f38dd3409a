package fobsmith.registry;

/** What reading the whole audit trail showed. */
public sealed interface AuditReport {

    /**
     * Nothing was changed, removed from within or reordered. Whether newer records are missing at the end can only be said
     * against a head kept outside the registry.
     *
     * @param headMac MAC of the newest record, hexadecimal: what to keep outside
     * @param anchored whether such heads were given, so that nothing up to the newest of them is missing
     */
    record Intact(long records, String headMac, boolean anchored) implements AuditReport {}

    /** The chain does not hold from this record on. */
    record Broken(long seq, String reason) implements AuditReport {}
}
