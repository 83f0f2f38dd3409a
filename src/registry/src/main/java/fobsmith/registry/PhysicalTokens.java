package fobsmith.registry;

import java.util.Map;

/** The tokens that have been on the cable of a station. Thread-safe. */
public final class PhysicalTokens {
    private final Database database;
    private final AuditTrail audit;
    private final Identifiers identifiers;

    PhysicalTokens(Database database, AuditTrail audit, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.identifiers = identifiers;
    }

    /** The token with this serial of this model; known from the first time on. */
    public PhysicalToken remember(String manufacturer, String model, String serial) {
        return database.write(tx -> remember(tx, identifiers, manufacturer, model, serial));
    }

    static PhysicalToken remember(
            Transaction tx, Identifiers identifiers, String manufacturer, String model, String serial) {
        tx.update(
                "INSERT INTO physical_token (id, serial, manufacturer, model, created_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (manufacturer, model, serial) DO NOTHING",
                identifiers.row(),
                serial,
                manufacturer,
                model,
                tx.now());
        return tx.get(
                "SELECT * FROM physical_token WHERE manufacturer = ? AND model = ? AND serial = ?",
                PhysicalToken::of,
                manufacturer,
                model,
                serial);
    }

    /** The token has told how many tries a wrong credential has left. */
    public void noteTriesLeft(PhysicalToken token, int tries) {
        database.change(tx -> tx.update("UPDATE physical_token SET tries_left = ? WHERE id = ?", tries, token.id()));
    }

    /** An operator says that the token was unlocked by other means, so that it counts anew. */
    public void allowTries(Actor actor, PhysicalToken token) {
        database.change(tx -> {
            tx.update("UPDATE physical_token SET tries_left = NULL WHERE id = ?", token.id());
            var told = token.triesLeft() == null ? "unknown" : token.triesLeft().toString();
            audit.append(tx, actor, AuditAction.ALLOW_TRIES, token.serial(), Map.of("triesLeft", told));
        });
    }

    /** An operator says that one of the last tries of what the token's codes need may be spent; the other count stands. */
    public void allowCodeTries(Actor actor, PhysicalToken token, int triesLeft) {
        var detail = Map.of("credential", "codes", "triesLeft", String.valueOf(triesLeft));
        database.change(tx -> audit.append(tx, actor, AuditAction.ALLOW_TRIES, token.serial(), detail));
    }

    /** A right credential: the token counts anew. */
    public void forgetTries(PhysicalToken token) {
        database.change(tx -> tx.update("UPDATE physical_token SET tries_left = NULL WHERE id = ?", token.id()));
    }
}
