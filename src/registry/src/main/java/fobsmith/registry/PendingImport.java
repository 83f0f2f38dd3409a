package fobsmith.registry;

/**
 * How far an import is that has not ended.
 *
 * @param id of the import, as its rows bear it
 * @param source what it is of
 * @param taken how many tokens of its file, from the first, are stored or were known
 * @param outcome what became of them
 */
record PendingImport(String id, String source, long taken, ImportOutcome outcome) {
    static PendingImport begun(String id, String source) {
        return new PendingImport(id, source, 0, ImportOutcome.NOTHING);
    }

    static PendingImport of(Row row) {
        var outcome = new ImportOutcome(
                (int) row.number("added"),
                (int) row.number("known"),
                (int) row.number("retired"),
                (int) row.number("replaced"),
                0);
        return new PendingImport(row.text("id"), row.text("source"), row.number("taken"), outcome);
    }

    /** After one slice more, in the transaction that stores it. */
    PendingImport advance(Transaction tx, ImportOutcome slice) {
        var sum = outcome.plus(slice);
        var next = new PendingImport(id, source, taken + slice.taken(), sum);
        tx.update(
                "UPDATE pending_import SET taken = ?, added = ?, known = ?, retired = ?, replaced = ? WHERE id = ?",
                next.taken,
                sum.added(),
                sum.known(),
                sum.retired(),
                sum.replaced(),
                id);
        return next;
    }
}
