package fobsmith.registry;

import java.util.List;
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

    void begin(String id, String source) {
        database.change(tx ->
                tx.update("INSERT INTO pending_import (id, source, begun_at) VALUES (?, ?, ?)", id, source, tx.now()));
    }

    /** Makes the tokens of an import visible. */
    static void end(Transaction tx, String id) {
        tx.update("DELETE FROM staged_token WHERE import_id = ?", id);
        tx.update("DELETE FROM pending_import WHERE id = ?", id);
    }

    /** Removes what imports that were broken off have left. For whoever has the {@link ImportLock}. */
    void forgetAll() {
        if (ids().isEmpty()) {
            return;
        }
        @Nullable String last = "";
        while (last != null) {
            last = forgetAfter(last);
        }
        database.change(tx -> ids(tx).forEach(id -> end(tx, id)));
    }

    static boolean isAny(Query query) {
        return query.find("SELECT 1 FROM pending_import LIMIT 1", _ -> true).isPresent();
    }

    private List<String> ids() {
        return database.read(PendingImports::ids);
    }

    private static List<String> ids(Query query) {
        return query.list("SELECT id FROM pending_import", row -> row.text("id"));
    }

    /** Goes on from this serial number; answers where to go on, or null at the end. */
    private @Nullable String forgetAfter(String serialKey) {
        return database.write(tx -> {
                    var last = tx.get(
                            "SELECT max(serial_key) AS last FROM"
                                    + " (SELECT serial_key FROM token WHERE serial_key > ? ORDER BY serial_key LIMIT "
                                    + SLICE + ")",
                            row -> Last.of(row.textOrNull("last")),
                            serialKey);
                    tx.update(
                            "DELETE FROM token WHERE serial_key > ? AND serial_key <= ? AND NOT " + VISIBLE,
                            serialKey,
                            last.serialKey());
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
