package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** Tokens from vendors' files on their way into the registry. Thread-safe. */
public final class Stock {
    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;

    Stock(Database database, AuditTrail audit, Vault vault, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
    }

    /** Seals one token's seed; the seed stays the caller's. Nothing is stored yet. */
    public NewToken seal(
            SerialNumber.Hardware serial, String manufacturer, String model, OtpProfile profile, Seed seed) {
        var id = identifiers.row();
        var sealed = vault.sealSeed(id, serial, profile, seed);
        return new NewToken(
                id, serial, manufacturer, model, profile, sealed, TokenState.IMPORTED, TokenClock.unknown());
    }

    /**
     * Stores all of these tokens, or none. A serial that is there already with the same seed and profile is left as it is;
     * with another seed the whole import is refused.
     *
     * @param source what the audit trail says of where they come from
     * @return how many were new
     */
    public int importAll(Actor actor, String source, List<NewToken> tokens) {
        return database.write(tx -> {
            int added = 0;
            for (var token : tokens) {
                if (!isKnown(tx, token)) {
                    token.insert(tx);
                    audit.append(
                            tx, actor, AuditAction.IMPORT_TOKEN, token.serial().value(), Map.of("source", source));
                    added++;
                }
            }
            return added;
        });
    }

    private boolean isKnown(Query query, NewToken token) {
        var known = query.find(
                "SELECT * FROM token WHERE serial_key = ?",
                row -> isSame(Token.of(row), SealedSeed.of(row), token),
                token.serial().key());
        if (known.isPresent() && !known.get()) {
            throw new RegistryRefusal.TokenExists(token.serial());
        }
        return known.isPresent();
    }

    private boolean isSame(Token known, SealedSeed sealed, NewToken token) {
        try (var ours = vault.openSeed(known.id(), known.serial(), known.profile(), sealed);
                var theirs = vault.openSeed(token.id(), token.serial(), token.profile(), token.sealed())) {
            return known.profile().equals(token.profile())
                    && ours.use(our -> theirs.use(their -> MessageDigest.isEqual(our, their)));
        }
    }
}
