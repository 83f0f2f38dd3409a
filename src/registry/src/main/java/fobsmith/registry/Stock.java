package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return seal(serial, manufacturer, model, profile, seed, TokenClock.unknown());
    }

    /** As above, of a token of whose clock or counter something is known. */
    public NewToken seal(
            SerialNumber.Hardware serial,
            String manufacturer,
            String model,
            OtpProfile profile,
            Seed seed,
            TokenClock clock) {
        var id = identifiers.row();
        var sealed = vault.sealSeed(id, serial, profile, seed);
        return new NewToken(id, serial, manufacturer, model, profile, sealed, TokenState.IMPORTED, clock);
    }

    /**
     * Begins an import, which the caller finishes and closes. A serial that is there already with the same seed and profile
     * is left as it is; with another seed the import is refused.
     *
     * @param source what the audit trail says of where the tokens come from
     */
    public StockImport begin(Actor actor, String source) {
        return begin(actor, ImportOrigin.once(source));
    }

    /** As above; where an import of the same origin was broken off, it is taken up. */
    public StockImport begin(Actor actor, ImportOrigin origin) {
        return new StockImport(database, audit, vault, identifiers.row(), actor, origin, null);
    }

    /** As above, but stock that nobody has takes the seed of the file where it differs; the reason is for the audit trail. */
    public StockImport beginReplacing(Actor actor, String source, String reason) {
        return beginReplacing(actor, ImportOrigin.once(source), reason);
    }

    /** As above; where such an import of the same origin was broken off, it is taken up. */
    public StockImport beginReplacing(Actor actor, ImportOrigin origin, String reason) {
        return new StockImport(database, audit, vault, identifiers.row(), actor, origin, reason);
    }

    /**
     * Gives up an import that was broken off, so that its tokens can be provisioned, and no seed of it stays.
     *
     * @return what it was of; nothing where there is none
     * @throws RegistryException.Unavailable while an import is under way
     */
    public Optional<String> abandonImport(Actor actor) {
        try (var _ = ImportLock.take(database.file())) {
            var left = database.read(query -> query.find("SELECT * FROM pending_import", PendingImport::of));
            return left.map(found -> {
                var tokens = Map.of("source", found.source(), "tokens", Long.toString(found.taken()));
                new PendingImports(database)
                        .forgetAll(tx -> audit.append(tx, actor, AuditAction.ABANDON_IMPORT, found.id(), tokens));
                return found.source();
            });
        }
    }

    /**
     * Stores all of these tokens, or none; as an import.
     *
     * @return how many were new
     */
    public int importAll(Actor actor, String source, List<NewToken> tokens) {
        try (var running = begin(actor, source)) {
            tokens.forEach(running::add);
            return running.finish(List.of()).added();
        }
    }

    /** Gives tokens' seeds away, for a reason. */
    public SeedExport export(Actor actor, String reason, String target) {
        return new SeedExport(database, audit, vault, identifiers.row(), actor, reason, target);
    }
}
