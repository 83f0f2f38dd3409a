package fobsmith.registry;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The imports that have not ended: which there are, and how their tokens go again. */
final class PendingImports {
    /** For a WHERE clause on token: what no import under way has written. */
    static final String VISIBLE = "(import_id IS NULL OR import_id NOT IN (SELECT id FROM pending_import))";

    /** So many rows are looked at in one transaction. */
    private static final int SLICE = 1000;

    private final Database database;

    PendingImports(Database database) {
        this.database = database;
    }

    /**
     * Takes up the import of this fingerprint where one was broken off, else begins a new one under this id. What others have
     * left is removed. For whoever has the {@link ImportLock}.
     */
    PendingImport begin(String newId, ImportOrigin origin, String fingerprint) {
        var brokenOff = find(fingerprint);
        forgetAllBut(brokenOff.map(PendingImport::id).orElse(""), _ -> {});
        return brokenOff.orElseGet(() -> {
            database.change(tx -> tx.update(
                    "INSERT INTO pending_import (id, source, begun_at, fingerprint) VALUES (?, ?, ?, ?)",
                    newId,
                    origin.name(),
                    tx.now(),
                    fingerprint.isEmpty() ? null : fingerprint));
            return PendingImport.begun(newId, origin.name());
        });
    }

    private Optional<PendingImport> find(String fingerprint) {
        return database.read(query ->
                query.find("SELECT * FROM pending_import WHERE fingerprint = ?", PendingImport::of, fingerprint));
    }

    /** Makes the tokens of an import visible. */
    static void end(Transaction tx, String id) {
        tx.update("DELETE FROM staged_token WHERE import_id = ?", id);
        tx.update("DELETE FROM pending_import WHERE id = ?", id);
    }

    /** Removes what imports that were broken off have left. For whoever has the {@link ImportLock}. */
    void forgetAll() {
        forgetAll(_ -> {});
    }

    /** The last of its transactions, in which the imports themselves go, does this too. */
    void forgetAll(Consumer<Transaction> atTheEnd) {
        forgetAllBut("", atTheEnd);
    }

    /** As {@link #forgetAll}, at once and in one transaction: for a registry that nobody else uses. */
    static void forgetAll(Transaction tx) {
        tx.update("DELETE FROM token WHERE NOT " + VISIBLE);
        tx.update("DELETE FROM staged_token");
        tx.update("DELETE FROM pending_import");
    }

    private void forgetAllBut(String kept, Consumer<Transaction> atTheEnd) {
        if (database.read(query -> query.find("SELECT id FROM pending_import WHERE id <> ?", _ -> true, kept))
                .isEmpty()) {
            return;
        }
        @Nullable String last = "";
        while (last != null) {
            last = forgetAfter(last, kept);
        }
        database.change(tx -> {
            tx.update("DELETE FROM staged_token WHERE import_id <> ?", kept);
            tx.update("DELETE FROM pending_import WHERE id <> ?", kept);
            atTheEnd.accept(tx);
        });
    }

    static boolean isAny(Query query) {
        return query.find("SELECT 1 FROM pending_import LIMIT 1", _ -> true).isPresent();
    }

    /** Goes on from this serial number; answers where to go on, or null at the end. */
    private @Nullable String forgetAfter(String serialKey, String kept) {
        return database.write(tx -> {
                    var last = tx.get(
                            "SELECT max(serial_key) AS last FROM"
                                    + " (SELECT serial_key FROM token WHERE serial_key > ? ORDER BY serial_key LIMIT "
                                    + SLICE + ")",
                            row -> Last.of(row.textOrNull("last")),
                            serialKey);
                    tx.update(
                            "DELETE FROM token WHERE serial_key > ? AND serial_key <= ? AND import_id <> ? AND NOT "
                                    + VISIBLE,
                            serialKey,
                            last.serialKey(),
                            kept);
                    return last;
                })
                .serialKey();
    }

    /** A transaction answers something; at the end there is no serial number. */
    private record Last(@Nullable String serialKey) {
        static Last of(@Nullable String serialKey) {
            return new Last(serialKey);
        }
    }
}
