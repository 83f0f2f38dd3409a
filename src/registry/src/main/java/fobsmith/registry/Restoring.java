package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpVerifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a copy of an older state must forget before it may serve: codes used since then must not pass again, and what a
 * device has done since then is not known.
 */
final class Restoring {
    private final Database database;
    private final AuditTrail audit;

    Restoring(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** How many devices are to be confirmed. Nobody else uses the registry yet, so that one transaction does. */
    long apply(Actor actor) {
        return database.write(tx -> {
            // An import goes on by what it has staged, which knows nothing of the codes used since.
            PendingImports.forgetAll(tx);
            String after = "";
            for (var row = next(tx, after); row != null; row = next(tx, after)) {
                consume(tx, row);
                after = row.id();
            }
            tx.update("UPDATE registry SET restored_at = ?", tx.now());
            int devices = tx.update("UPDATE token SET to_be_confirmed = 1 WHERE state = 'enabled'");
            audit.append(
                    tx, actor, AuditAction.RESTORE, "registry", Map.of("toBeConfirmed", Integer.toString(devices)));
            return (long) devices;
        });
    }

    private static @Nullable Token next(Query query, String afterId) {
        return query.find(
                        "SELECT * FROM token WHERE id > ? AND sealed_seed IS NOT NULL ORDER BY id LIMIT 1",
                        Token::of,
                        afterId)
                .orElse(null);
    }

    /** Whether the registry was restored since a station that knew this letter heard of it: codes may have been used. */
    static boolean isSince(Query query, long letterAt) {
        return query.get("SELECT restored_at FROM registry", row -> row.number("restored_at")) > letterAt;
    }

    /** The next step lies past the last one that a sign-in could take just now. */
    static void consume(Transaction tx, Token token) {
        switch (token.profile()) {
            case OtpProfile.Totp totp ->
                tx.update(
                        "UPDATE token SET next_step = max(next_step, ?) WHERE id = ?",
                        OtpVerifier.lastStepOfSignIn(totp, token.clock(), tx.now()) + 1,
                        token.id());
            case OtpProfile.Hotp _ -> {
                // Stock only: no code of it signs anybody in.
            }
        }
    }
}
