package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a message of a station does in the registry: journal, row and the note that it was answered are one transaction, with
 * its audit record. Secrets are sealed anew, under the data key. Thread-safe.
 */
final class StationDeeds {
    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final Identifiers identifiers;
    private final TokenCredentials credentials;

    StationDeeds(
            Database database, AuditTrail audit, Vault vault, Identifiers identifiers, TokenCredentials credentials) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.identifiers = identifiers;
        this.credentials = credentials;
    }

    /** The bytes stay the caller's. */
    StationAnswer apply(Actor actor, Station station, StationMail.Message message, byte[] clear) {
        var report = StationReport.of(clear);
        try {
            return database.write(tx -> {
                apply(tx, station, report, clear);
                return answer(tx, actor, station, message, report, null);
            });
        } catch (RegistryRefusal | IllegalArgumentException refusal) {
            var reason = String.valueOf(refusal.getMessage());
            return database.write(tx -> answer(tx, actor, station, message, report, reason));
        }
    }

    private void apply(Transaction tx, Station station, StationReport report, byte[] clear) {
        var told = report.token();
        var token = PhysicalTokens.remember(tx, identifiers, told.manufacturer(), told.model(), told.serial());
        var secret = StationReport.following(clear);
        try {
            if (report.credential() != null) {
                credentials.take(tx, token, report.credential(), secret, station.number(), report.letterAt());
            } else if (report.written() != null) {
                requireSound(report.token(), report.written());
                requireKnown(tx, station, report.written(), report.letterAt());
                var attempt = apply(tx, token, report, report.written(), secret);
                LastChange.note(tx, attempt.tokenId(), station.number());
            }
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Rows are found by the serial that is told: it must be that of the token on the cable, and its clock one that was set. */
    private static void requireSound(StationReport.Physical told, StationReport.Written written) {
        if (!told.profile(written.slot()).key().equals(written.serialNumber().key())) {
            throw new IllegalArgumentException(
                    "%s is not profile %d of token %s".formatted(written.serial(), written.slot(), told.serial()));
        }
        var error = written.clockErrorMillis();
        long most = Attempt.CLOCK_TOLERANCE.toMillis();
        if (error != null && (error > most || error < -most)) {
            throw new IllegalArgumentException(
                    "the clock of token %s is off by %d ms: it was not set".formatted(written.serial(), error));
        }
    }

    private static void requireKnown(Query query, Station station, StationReport.Written written, long letterAt) {
        WrittenRow.requireWritable(query, written.serialNumber())
                .ifPresent(token -> LastChange.requireKnown(query, token, station.number(), letterAt));
    }

    private Attempt apply(
            Transaction tx, PhysicalToken token, StationReport report, StationReport.Written written, byte[] secret) {
        Journal.requireNoneOpen(tx, written.serialNumber());
        var known = WrittenRow.requireWritable(tx, written.serialNumber());
        var attempt = attempt(tx, token, known.map(Token::id).orElseGet(identifiers::row), written);
        EndedAttempt.insert(tx, attempt);
        WrittenRow.begin(tx, attempt);
        if (written.clockErrorMillis() != null && written.clockSetAt() != null) {
            WrittenRow.setClockOfSiblingsThen(tx, attempt, written.clockErrorMillis(), past(tx, written.clockSetAt()));
        }
        if (written.learned() == null) {
            WrittenRow.spoil(tx, attempt);
        } else {
            prove(tx, attempt, written.learned(), report.letterAt(), secret);
        }
        return attempt;
    }

    private void prove(Transaction tx, Attempt attempt, StationReport.Learned learned, long letterAt, byte[] secret) {
        var accepted = learned.accepted();
        var at = EndedAttempt.endedAt(attempt);
        try (var seed = Seed.adopt(secret.clone())) {
            var sealed = vault.sealSeed(attempt.tokenId(), attempt.serial(), attempt.profile(), seed);
            WrittenRow.prove(tx, attempt, sealed, accepted, at);
        }
        var token = tx.get("SELECT * FROM token WHERE id = ?", Token::of, attempt.tokenId());
        new DriftLesson(
                        at,
                        AuditAction.PROVE.text(),
                        accepted.step(),
                        accepted.offset(),
                        accepted.driftMillis(),
                        accepted.suspect())
                .insert(tx, token.id(), token.seedVersion());
        if (Restoring.isSince(tx, letterAt)) {
            Restoring.consume(tx, token);
        }
    }

    private Attempt attempt(Transaction tx, PhysicalToken token, String tokenId, StationReport.Written written) {
        boolean proven = written.learned() != null;
        OtpProfile profile = written.profile();
        return new Attempt(
                identifiers.row(),
                tokenId,
                token.id(),
                written.slot(),
                written.serialNumber(),
                profile,
                proven ? Attempt.Stage.PROVEN : Attempt.Stage.VOID,
                written.clockErrorMillis(),
                written.clockSetAt() == null ? null : past(tx, written.clockSetAt()),
                written.reason(),
                past(tx, written.startedAt()),
                past(tx, written.endedAt()));
    }

    /** A station's clock may be ahead of ours: nothing here was done in the future. */
    private static Instant past(Transaction tx, long millis) {
        var told = Instant.ofEpochMilli(millis);
        return told.isAfter(tx.now()) ? tx.now() : told;
    }

    private StationAnswer answer(
            Transaction tx,
            Actor actor,
            Station station,
            StationMail.Message message,
            StationReport report,
            @Nullable String reason) {
        requireNext(tx, station, message);
        tx.update(
                "INSERT INTO station_message (station, sequence, id, applied, reason, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                station.number(),
                message.sequence(),
                message.id(),
                reason == null,
                reason,
                tx.now());
        var detail = new TreeMap<>(Map.of(
                "station", Integer.toString(station.number()),
                "sequence", Long.toString(message.sequence()),
                "message", message.id(),
                "what", report.what()));
        if (reason != null) {
            detail.put("refused", reason);
        }
        audit.append(tx, actor, AuditAction.RECEIVE_MESSAGE, report.subject(), detail);
        return new StationAnswer(message.sequence(), message.id(), reason == null, reason);
    }

    /** Settles who is first where two read the same file. */
    private static void requireNext(Transaction tx, Station station, StationMail.Message message) {
        int changed = tx.update(
                "UPDATE station SET last_sequence = ? WHERE number = ? AND last_sequence = ? AND revoked_at IS NULL",
                message.sequence(),
                station.number(),
                message.sequence() - 1);
        if (changed != 1) {
            throw new StationException.Refused(
                    "another process is receiving messages of station %d, or has just revoked it"
                            .formatted(station.number()),
                    "run the command again");
        }
    }
}
