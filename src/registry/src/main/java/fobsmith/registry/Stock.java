package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tokens from vendors' files on their way into the registry. Thread-safe. */
public final class Stock {
    /** So many rows at a time: sign-ins wait no longer than these take. */
    private static final int SLICE = 200;

    /** What a killed import left in the staging table is swept away after this time. */
    private static final Duration ABANDONED = Duration.ofDays(1);

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
     * Stores all of these tokens, or none. They are staged in small transactions and appear together in one. A serial that
     * is there already with the same seed and profile is left as it is; with another seed the whole import is refused.
     *
     * @param source what the audit trail says of where they come from
     * @return how many were new
     */
    public int importAll(Actor actor, String source, List<NewToken> tokens) {
        var fresh = tokens.stream().filter(token -> !isKnown(token)).toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        var importId = identifiers.row();
        try {
            stage(importId, fresh);
            database.change(tx -> appear(tx, actor, source, importId, fresh.size()));
        } finally {
            database.change(tx -> tx.update("DELETE FROM staged_token WHERE import_id = ?", importId));
        }
        return fresh.size();
    }

    private void stage(String importId, List<NewToken> tokens) {
        database.change(tx -> tx.update(
                "DELETE FROM staged_token WHERE staged_at < ?", tx.now().minus(ABANDONED)));
        for (int from = 0; from < tokens.size(); from += SLICE) {
            var slice = tokens.subList(from, Math.min(from + SLICE, tokens.size()));
            database.change(tx -> slice.forEach(token -> token.stage(tx, importId)));
        }
    }

    private void appear(Transaction tx, Actor actor, String source, String importId, int count) {
        // Another import may have been faster since the look at each serial.
        tx.find(
                        "SELECT s.serial FROM staged_token s JOIN token t ON t.serial_key = s.serial_key"
                                + " WHERE s.import_id = ? LIMIT 1",
                        row -> row.text("serial"),
                        importId)
                .ifPresent(serial -> {
                    throw new RegistryRefusal.TokenExists(
                            SerialNumber.parse(serial), ", since another import brought it just now");
                });
        tx.update(
                "INSERT INTO token (id, serial, serial_key, kind, manufacturer, model, import_id, otp, algorithm, digits,"
                        + " step_seconds, state, sealed_seed, key_version, seed_version, next_step, drift_ms, suspect,"
                        + " failures, pause_until, created_at)"
                        + " SELECT id, serial, serial_key, 'hardware', manufacturer, model, import_id, otp, algorithm, digits,"
                        + " step_seconds, 'imported', sealed_seed, key_version, 1, 0, 0, 0, 0, 0, ?"
                        + " FROM staged_token WHERE import_id = ?",
                tx.now(),
                importId);
        var detail = Map.of("source", source, "tokens", Integer.toString(count));
        audit.append(tx, actor, AuditAction.IMPORT_TOKENS, importId, detail);
    }

    private boolean isKnown(NewToken token) {
        var known = database.read(query -> query.find(
                "SELECT * FROM token WHERE serial_key = ?",
                row -> !row.isNull("sealed_seed") && isSame(Token.of(row), SealedSeed.of(row), token),
                token.serial().key()));
        if (known.isPresent() && !known.get()) {
            throw new RegistryRefusal.TokenExists(token.serial(), " with another seed or profile");
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
