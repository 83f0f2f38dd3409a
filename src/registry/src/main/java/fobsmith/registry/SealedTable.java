package fobsmith.registry;

import java.util.List;
import java.util.function.Function;

/**
 * A table that holds sealed values, each with the version of its data key in {@code key_version}.
 *
 * @param column where the sealed value stands
 * @param place where the value of a row belongs
 */
record SealedTable(String table, String column, Function<Row, SealedPlace> place) {
    /** Every one of them. */
    static final List<SealedTable> ALL = List.of(
            new SealedTable("token", "sealed_seed", row -> seed(row, "id")),
            new SealedTable("staged_token", "sealed_seed", row -> seed(row, "id")),
            new SealedTable("attempt", "sealed_seed", row -> seed(row, "token_id")),
            new SealedTable(
                    "token_credential",
                    "sealed_credential",
                    row -> TokenCredentials.place(row.text("physical_id"), row.text("id"))),
            new SealedTable("desk_passphrase", "sealed_verifier", row -> DeskPassphrases.place(row.text("user_id"))),
            new SealedTable("access_key", "sealed_secret", row -> AccessKeys.place(row.text("id"))),
            new SealedTable("audit_writer", "sealed_key", row -> AuditTrail.place(row.text("name"))));

    private static SealedPlace seed(Row row, String id) {
        return SealedPlace.seed(row.text(id), SerialNumber.parse(row.text("serial")), ProfileColumns.profile(row));
    }

    /** Some of the rows that older data keys than this one opened. */
    List<Found> older(Query query, int version, int limit) {
        return query.list(
                "SELECT rowid AS place, * FROM %s WHERE key_version < ? LIMIT ?".formatted(table),
                row -> new Found(
                        row.number("place"),
                        place.apply(row),
                        new Sealed((int) row.number("key_version"), row.bytes(column))),
                version,
                limit);
    }

    /** Changes nothing if the row was changed or deleted since it was found. */
    void replace(Transaction tx, Found found, Sealed sealed) {
        tx.update(
                "UPDATE %s SET %s = ?, key_version = ? WHERE rowid = ? AND key_version = ? AND %s = ?"
                        .formatted(table, column, column),
                sealed.bytes(),
                sealed.keyVersion(),
                found.rowid(),
                found.sealed().keyVersion(),
                found.sealed().bytes());
    }

    List<KeyUse> uses(Query query) {
        return query.list(
                "SELECT key_version, count(*) AS n FROM %s WHERE key_version IS NOT NULL GROUP BY key_version"
                        .formatted(table),
                row -> new KeyUse(table, (int) row.number("key_version"), row.number("n")));
    }

    boolean isNeeding(Query query, int olderThan) {
        return query.find("SELECT 1 FROM %s WHERE key_version < ? LIMIT 1".formatted(table), _ -> true, olderThan)
                .isPresent();
    }

    /** One row. */
    record Found(long rowid, SealedPlace place, Sealed sealed) {}
}
