package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of giving tokens their seeds: what is about to happen stands here, durably, before it happens, so that after a
 * power cut every attempt ends proven or void. Thread-safe. Each change is one transaction with its audit record.
 */
public final class Journal {
    private final Database database;
    private final AuditTrail audit;
    private final Keeping keeping;
    private final Identifiers identifiers;

    Journal(Database database, AuditTrail audit, Keeping keeping, Identifiers identifiers) {
        this.database = database;
        this.audit = audit;
        this.keeping = keeping;
        this.identifiers = identifiers;
    }

    /**
     * The row of this serial, where there is one.
     *
     * @throws RegistryRefusal.WrongState where it is not stock that may be given a seed
     */
    public Optional<Token> requireWritable(SerialNumber serial) {
        return database.read(query -> WrittenRow.requireWritable(query, serial));
    }

    /**
     * Opens an attempt with its seed sealed; the seed stays the caller's and the token as it is.
     *
     * @param slot number of the token's profile
     * @param seen the serial's row, if any, as it was when somebody decided to write the token
     * @throws RegistryRefusal.WrongState where the row is not stock that may be written, or not as it was seen
     * @throws RegistryRefusal.AttemptElsewhere where an attempt is open
     */
    public Attempt seal(
            Actor actor,
            PhysicalToken physical,
            int slot,
            SerialNumber serial,
            OtpProfile.Totp profile,
            Optional<Token> seen,
            Seed seed) {
        return database.write(tx -> {
            requireNoneOpen(tx, serial);
            var known = WrittenRow.requireWritable(tx, serial);
            requireUnchanged(known, seen);
            var id = identifiers.row();
            var tokenId = known.map(Token::id).orElseGet(identifiers::row);
            var sealed = keeping.seal(tx, tokenId, serial, profile, seed);
            insert(tx, id, tokenId, physical, slot, serial, ProfileColumns.of(profile), sealed);
            audit.append(tx, actor, AuditAction.SEAL_SEED, serial.value(), Map.of("attempt", id));
            return get(tx, id);
        });
    }

    private static void requireUnchanged(Optional<Token> known, Optional<Token> seen) {
        known.filter(token -> seen.filter(then -> then.id().equals(token.id())
                                && then.state() == token.state()
                                && then.seedVersion() == token.seedVersion())
                        .isEmpty())
                .ifPresent(token -> {
                    throw new RegistryRefusal.WrongState(token, "it was not when writing it was decided");
                });
    }

    static void requireNoneOpen(Query tx, SerialNumber serial) {
        findOpen(tx, serial).ifPresent(open -> {
            throw RegistryRefusal.AttemptElsewhere.open(open);
        });
    }

    private static void insert(
            Transaction tx,
            String id,
            String tokenId,
            PhysicalToken physical,
            int slot,
            SerialNumber serial,
            ProfileColumns columns,
            SealedSeed sealed) {
        tx.update(
                "INSERT INTO attempt (id, seq, token_id, physical_id, slot, serial, serial_key, otp, algorithm, digits,"
                        + " step_seconds, stage, sealed_seed, key_version, started_at, letter_at) VALUES"
                        + " (?, (SELECT coalesce(max(seq), 0) + 1 FROM attempt), ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sealed', ?, ?, ?,"
                        + " coalesce((SELECT letter_at FROM own_station), 0))",
                id,
                tokenId,
                physical.id(),
                slot,
                serial.value(),
                serial.key(),
                columns.otp(),
                columns.algorithm(),
                columns.digits(),
                columns.stepSeconds(),
                sealed.bytes(),
                sealed.keyVersion(),
                tx.now());
    }

    /**
     * The token is going to be changed: its row is writing from now on, and a seed it had before is destroyed.
     *
     * @throws RegistryRefusal.WrongState where somebody has taken the token since the attempt was opened
     */
    public Attempt writing(Actor actor, Attempt attempt) {
        return database.write(tx -> {
            move(tx, attempt, "UPDATE attempt SET stage = 'writing' WHERE id = ? AND stage = 'sealed'");
            WrittenRow.begin(tx, attempt);
            LastChange.note(tx, attempt.tokenId());
            audit.append(tx, actor, AuditAction.WRITE_SEED, attempt.serial().value(), Map.of("attempt", attempt.id()));
            return get(tx, attempt.id());
        });
    }

    /**
     * The token's clock was set just now, and was ahead by so much when it was read again. The token's other profiles have the
     * same clock: what was known of it is replaced for them too.
     */
    public Attempt clockSet(Actor actor, Attempt attempt, long errorMillis) {
        return database.write(tx -> {
            int changed = tx.update(
                    "UPDATE attempt SET clock_error_ms = ?, clock_set_at = ? WHERE id = ? AND stage = 'writing'",
                    errorMillis,
                    tx.now(),
                    attempt.id());
            requireOpen(attempt, changed);
            int siblings = WrittenRow.setClockOfSiblings(tx, attempt, errorMillis, tx.now());
            var detail = Map.of(
                    "attempt", attempt.id(),
                    "errorMs", Long.toString(errorMillis),
                    "otherProfiles", Integer.toString(siblings));
            audit.append(tx, actor, AuditAction.SET_CLOCK, attempt.serial().value(), detail);
            return get(tx, attempt.id());
        });
    }

    /** Looks at two codes that the token shows; right ones end the attempt as proven and are consumed. */
    public CodeOutcome prove(Actor actor, Attempt attempt, CodePair codes) {
        return new Proof(database, audit, keeping).of(actor, attempt, codes, null);
    }

    /** As above, with the seed still in the caller's hands: a write-only station cannot open it again. */
    public CodeOutcome prove(Actor actor, Attempt attempt, CodePair codes, Seed held) {
        return new Proof(database, audit, keeping).of(actor, attempt, codes, held);
    }

    /**
     * Ends an open attempt as void and destroys its seed; if the token may have been changed, its row is void too. An attempt
     * that has ended stays as it is.
     */
    public void abandon(Actor actor, Attempt attempt, String reason) {
        database.change(tx -> {
            int changed = tx.update(
                    "UPDATE attempt SET stage = 'void', sealed_seed = NULL, key_version = NULL, reason = ?, ended_at = ?"
                            + " WHERE id = ? AND ended_at IS NULL",
                    reason,
                    tx.now(),
                    attempt.id());
            if (changed == 1) {
                if (WrittenRow.spoil(tx, attempt)) {
                    LastChange.note(tx, attempt.tokenId());
                    keeping.spoilt(tx, get(tx, attempt.id()), reason);
                }
                var detail = Map.of("attempt", attempt.id(), "reason", reason);
                audit.append(
                        tx, actor, AuditAction.VOID_ATTEMPT, attempt.serial().value(), detail);
            }
        });
    }

    /** The attempt for this serial that has not ended: by somebody else just now, or broken off. */
    public Optional<Attempt> findOpen(SerialNumber serial) {
        return database.read(query -> findOpen(query, serial));
    }

    /** The attempts for any profile of this token that have not ended, in the order of their beginning. */
    public List<Attempt> open(PhysicalToken physical) {
        return database.read(query -> query.list(
                "SELECT * FROM attempt WHERE physical_id = ? AND ended_at IS NULL ORDER BY seq",
                Attempt::of,
                physical.id()));
    }

    /** Every attempt for this serial, newest first. */
    public List<Attempt> history(SerialNumber serial) {
        return database.read(query ->
                query.list("SELECT * FROM attempt WHERE serial_key = ? ORDER BY seq DESC", Attempt::of, serial.key()));
    }

    private static Optional<Attempt> findOpen(Query query, SerialNumber serial) {
        return query.find("SELECT * FROM attempt WHERE serial_key = ? AND ended_at IS NULL", Attempt::of, serial.key());
    }

    static Attempt get(Query query, String id) {
        return query.get("SELECT * FROM attempt WHERE id = ?", Attempt::of, id);
    }

    private static void move(Transaction tx, Attempt attempt, String sql) {
        requireOpen(attempt, tx.update(sql, attempt.id()));
    }

    static void requireOpen(Attempt attempt, int changed) {
        if (changed != 1) {
            throw RegistryRefusal.AttemptElsewhere.ended(attempt);
        }
    }
}
