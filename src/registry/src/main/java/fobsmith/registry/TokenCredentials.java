package fobsmith.registry;

import java.util.Map;
import java.util.Optional;

/**
 * What opens tokens for writing, sealed like seeds. A token's next credential is sealed, durably, before the token is told;
 * it becomes the current one when the token has taken it. Thread-safe. Whoever gets clear bytes wipes them.
 */
public final class TokenCredentials {
    private static final String PURPOSE = "token credential";

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;

    TokenCredentials(Database database, AuditTrail audit, Vault vault, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
    }

    /** The credential the token is known to have; empty where it was never changed or entered. */
    public Optional<byte[]> current(PhysicalToken token) {
        return open(token, "current");
    }

    /** The credential the token may have taken already. */
    public Optional<byte[]> next(PhysicalToken token) {
        return open(token, "next");
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

    private Optional<byte[]> open(PhysicalToken token, String standing) {
        return database.read(query -> query.find(
                "SELECT * FROM token_credential WHERE physical_id = ? AND standing = ?",
                row -> vault.open(
                        place(token.id(), row.text("id")),
                        (int) row.number("key_version"),
                        row.bytes("sealed_credential")),
                token.id(),
                standing));
    }

    /** Seals what the token is about to be told. Refuses a second one: the token may have the first. */
    public void sealNext(Actor actor, PhysicalToken token, byte[] clear) {
        database.change(tx -> {
            insert(tx, token, "next", clear);
            audit.append(tx, actor, AuditAction.SEAL_CREDENTIAL, token.serial(), Map.of());
        });
    }

    /** The token has shown that it took its next credential; the one before is forgotten. */
    public void adoptNext(Actor actor, PhysicalToken token) {
        database.change(tx -> {
            tx.update("DELETE FROM token_credential WHERE physical_id = ? AND standing = 'current'", token.id());
            int adopted = tx.update(
                    "UPDATE token_credential SET standing = 'current' WHERE physical_id = ? AND standing = 'next'",
                    token.id());
            if (adopted != 1) {
                throw new IllegalStateException("token %s has no next credential".formatted(token.serial()));
            }
            audit.append(tx, actor, AuditAction.CHANGE_CREDENTIAL, token.serial(), Map.of());
        });
    }

    /** A credential that an operator entered and the token took. */
    public void keep(Actor actor, PhysicalToken token, byte[] clear) {
        database.change(tx -> {
            tx.update("DELETE FROM token_credential WHERE physical_id = ? AND standing = 'current'", token.id());
            insert(tx, token, "current", clear);
            audit.append(tx, actor, AuditAction.KEEP_CREDENTIAL, token.serial(), Map.of());
        });
    }

    private void insert(Transaction tx, PhysicalToken token, String standing, byte[] clear) {
        var id = identifiers.row();
        var sealed = vault.seal(place(token.id(), id), clear);
        tx.update(
                "INSERT INTO token_credential (id, physical_id, standing, sealed_credential, key_version, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                token.id(),
                standing,
                sealed.bytes(),
                sealed.keyVersion(),
                tx.now());
    }
}
