package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.OtpVerifier;
import fobsmith.oath.Seed;
import fobsmith.oath.TokenClock;
import fobsmith.oath.Verification;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a token that was just written shows the codes of its new seed. Looked at outside any transaction; the end of the
 * attempt and the token's row are one.
 */
final class Proof {
    private final Database database;
    private final AuditTrail audit;
    private final Keeping keeping;

    Proof(Database database, AuditTrail audit, Keeping keeping) {
        this.database = database;
        this.audit = audit;
        this.keeping = keeping;
    }

    /** With the seed, where the caller still has it: it stays his. */
    CodeOutcome of(Actor actor, Attempt attempt, CodePair codes, @Nullable Seed held) {
        var look = database.write(tx -> look(tx, attempt));
        var verification = verify(look, codes, held);
        return database.write(tx -> settle(tx, actor, look, verification, held));
    }

    private static Look look(Transaction tx, Attempt attempt) {
        var sealed = tx.find(
                        "SELECT sealed_seed, key_version FROM attempt WHERE id = ? AND stage = 'writing' AND clock_set_at IS NOT NULL",
                        SealedSeed::of,
                        attempt.id())
                .orElseThrow(() -> RegistryRefusal.AttemptElsewhere.ended(attempt));
        return new Look(Journal.get(tx, attempt.id()), sealed, tx.now(), tx.clockEpoch());
    }

    private Verification verify(Look look, CodePair codes, @Nullable Seed held) {
        var attempt = look.attempt;
        return keeping.look(
                attempt,
                look.sealed,
                held,
                seed -> new OtpVerifier()
                        .pair(seed, totp(attempt), look.clock(), codes.first(), codes.second(), look.now));
    }

    private static OtpProfile.Totp totp(Attempt attempt) {
        return switch (attempt.profile()) {
            case OtpProfile.Totp totp -> totp;
            case OtpProfile.Hotp _ -> throw new IllegalStateException("attempts are made for TOTP only");
        };
    }

    private CodeOutcome settle(Transaction tx, Actor actor, Look look, Verification verification, @Nullable Seed held) {
        return switch (verification) {
            // A new seed has consumed nothing yet.
            case Verification.NoMatch _, Verification.Consumed _ -> refuse(tx, actor, look, CodeOutcome.Reason.WRONG);
            case Verification.Accepted _
            when look.clockEpoch != tx.clockEpoch() -> refuse(tx, actor, look, CodeOutcome.Reason.OVERTAKEN);
            case Verification.Accepted accepted -> accept(tx, actor, look, accepted, held);
        };
    }

    private CodeOutcome accept(
            Transaction tx, Actor actor, Look look, Verification.Accepted accepted, @Nullable Seed held) {
        var attempt = look.attempt;
        int ended = tx.update(
                "UPDATE attempt SET stage = 'proven', sealed_seed = NULL, key_version = NULL, ended_at = ?"
                        + " WHERE id = ? AND stage = 'writing'",
                tx.now(),
                attempt.id());
        Journal.requireOpen(attempt, ended);
        WrittenRow.prove(tx, attempt, keeping.proven(tx, attempt, look.sealed, held, accepted), accepted, tx.now());
        LastChange.note(tx, attempt.tokenId());
        var token = tx.get("SELECT * FROM token WHERE id = ?", Token::of, attempt.tokenId());
        new DriftLesson(
                        tx.now(),
                        AuditAction.PROVE.text(),
                        accepted.step(),
                        accepted.offset(),
                        accepted.driftMillis(),
                        accepted.suspect())
                .insert(tx, token.id(), token.seedVersion());
        var detail = Map.of(
                "attempt", attempt.id(),
                "step", Long.toString(accepted.step()),
                "driftMs", Long.toString(accepted.driftMillis()));
        audit.append(tx, actor, AuditAction.PROVE, token.auditSubject(), detail);
        return new CodeOutcome.Accepted(token, accepted);
    }

    private CodeOutcome refuse(Transaction tx, Actor actor, Look look, CodeOutcome.Reason reason) {
        var detail = Map.of("attempt", look.attempt.id(), "for", AuditAction.PROVE.text(), "reason", reason.text());
        audit.append(tx, actor, AuditAction.REFUSE_CODE, look.attempt.serial().value(), detail);
        return new CodeOutcome.Refused(reason);
    }

    /** The attempt as it was when the codes were looked at. */
    private record Look(Attempt attempt, SealedSeed sealed, Instant now, long clockEpoch) {
        /** The clock was set by us, with an error we have read. */
        TokenClock clock() {
            return new TokenClock(0, attempt.clockError(), attempt.clockSetAt(), null);
        }
    }
}
