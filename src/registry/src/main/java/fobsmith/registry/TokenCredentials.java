package fobsmith.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What opens tokens for writing, sealed like seeds. A token's next credential is sealed, durably, before the token is told;
 * it becomes the current one when the token has taken it. Thread-safe. Whoever gets clear bytes wipes them.
 */
public final class TokenCredentials {
    /** Whether the token has the credential, or is about to be told it. */
    enum Standing {
        CURRENT,
        NEXT;

        /** As stored. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String PURPOSE = "token credential";

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;
    private final Keeping keeping;

    TokenCredentials(Database database, AuditTrail audit, Vault vault, Identifiers identifiers, Keeping keeping) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
        this.keeping = keeping;
    }

    /** The credential the token is known to have; empty where it was never changed or entered. */
    public Optional<byte[]> current(PhysicalToken token) {
        return open(token, Standing.CURRENT);
    }

    /** The credential the token may have taken already. */
    public Optional<byte[]> next(PhysicalToken token) {
        return open(token, Standing.NEXT);
    }

    /** Whether there is a next one, without opening it. */
    public boolean hasNext(PhysicalToken token) {
        return database.read(query -> query.find(
                        "SELECT id FROM token_credential WHERE physical_id = ? AND standing = 'next'",
                        row -> row.text("id"),
                        token.id())
                .isPresent());
    }

    /** Bound to its token: the credential of another one does not open here. */
    static SealedPlace place(String physicalId, String id) {
        return SealedPlace.of("%s of %s".formatted(PURPOSE, physicalId), id);
    }

    private Optional<byte[]> open(PhysicalToken token, Standing standing) {
        return database.read(query -> open(query, vault, token, standing));
    }

    /** The caller wipes it. */
    static Optional<byte[]> open(Query query, Vault vault, PhysicalToken token, Standing standing) {
        return query.find(
                "SELECT * FROM token_credential WHERE physical_id = ? AND standing = ?",
                row -> vault.open(
                        place(token.id(), row.text("id")),
                        (int) row.number("key_version"),
                        row.bytes("sealed_credential")),
                token.id(),
                standing.text());
    }

    /** Seals what the token is about to be told. Refuses a second one: the token may have the first. */
    public void sealNext(Actor actor, PhysicalToken token, byte[] clear) {
        database.change(tx -> {
            insert(tx, token, Standing.NEXT, clear);
            keeping.credential(tx, token, Standing.NEXT);
            audit.append(tx, actor, AuditAction.SEAL_CREDENTIAL, token.serial(), Map.of());
        });
    }

    /** The token has shown that it took its next credential; the one before is forgotten. */
    public void adoptNext(Actor actor, PhysicalToken token) {
        database.change(tx -> {
            tx.update("DELETE FROM token_credential WHERE physical_id = ? AND standing = 'current'", token.id());
            int adopted = tx.update(
                    "UPDATE token_credential SET standing = 'current', told_by = NULL, created_at = ?"
                            + " WHERE physical_id = ? AND standing = 'next'",
                    tx.now(),
                    token.id());
            if (adopted != 1) {
                throw new IllegalStateException("token %s has no next credential".formatted(token.serial()));
            }
            keeping.credential(tx, token, Standing.CURRENT);
            audit.append(tx, actor, AuditAction.CHANGE_CREDENTIAL, token.serial(), Map.of());
        });
    }

    /** A credential that an operator entered and the token took. */
    public void keep(Actor actor, PhysicalToken token, byte[] clear) {
        database.change(tx -> {
            tx.update("DELETE FROM token_credential WHERE physical_id = ? AND standing = 'current'", token.id());
            insert(tx, token, Standing.CURRENT, clear);
            keeping.credential(tx, token, Standing.CURRENT);
            audit.append(tx, actor, AuditAction.KEEP_CREDENTIAL, token.serial(), Map.of());
        });
    }

    /** The token was opened with its current credential so that its codes could be read. */
    public void usedForReading(Actor actor, PhysicalToken token) {
        database.change(tx ->
                audit.append(tx, actor, AuditAction.USE_CREDENTIAL, token.serial(), Map.of("for", "reading codes")));
    }

    /**
     * A station has told the token its next credential, or seen that it took it. It had the token open then, so that a next one
     * that was sealed before is not the token's any more. Refused where the token is somebody's and was not written by this
     * station, or where a credential came since that the station did not know.
     *
     * @param letterAt number of the newest letter that the station had read then
     */
    void take(Transaction tx, PhysicalToken token, Standing standing, byte[] clear, int station, long letterAt) {
        requireNotSomebodys(tx, token, station);
        requireNoneSince(tx, token, station, letterAt);
        tx.update(
                "DELETE FROM token_credential WHERE physical_id = ? AND standing IN ('next', ?)",
                token.id(),
                standing.text());
        insert(tx, token, standing, clear);
        tx.update(
                "UPDATE token_credential SET told_by = ? WHERE physical_id = ? AND standing = ?",
                station,
                token.id(),
                standing.text());
    }

    /** One row of the token is enough, since all of them have one credential. */
    private static void requireNotSomebodys(Query query, PhysicalToken token, int station) {
        query.find(
                        "SELECT * FROM token WHERE physical_id = ? AND state IN ('enabled', 'reserved', 'lost')"
                                + " AND changed_by IS DISTINCT FROM ?",
                        Token::of,
                        token.id(),
                        station)
                .ifPresent(row -> {
                    throw new RegistryRefusal.WrongState(row, "its credential is not a station's to change");
                });
    }

    private static void requireNoneSince(Query query, PhysicalToken token, int station, long letterAt) {
        query.find(
                        "SELECT created_at FROM token_credential WHERE physical_id = ? AND created_at > ?"
                                + " AND told_by IS DISTINCT FROM ?",
                        row -> row.instant("created_at"),
                        token.id(),
                        letterAt,
                        station)
                .ifPresent(at -> {
                    throw new IllegalArgumentException(
                            "the credential of token %s of %s is newer than what the station knew, and stays"
                                    .formatted(token.serial(), at));
                });
    }

    private void insert(Transaction tx, PhysicalToken token, Standing standing, byte[] clear) {
        var id = identifiers.row();
        var sealed = vault.seal(place(token.id(), id), clear);
        tx.update(
                "INSERT INTO token_credential (id, physical_id, standing, sealed_credential, key_version, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                token.id(),
                standing.text(),
                sealed.bytes(),
                sealed.keyVersion(),
                tx.now());
    }
}
