package fobsmith.registry;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * This database as a write-only station's: joins a registry, hands on what was written for it, and hears what came of that.
 * Thread-safe. Each change is one transaction with its audit record.
 */
public final class OwnStation {
    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;

    OwnStation(Database database, AuditTrail audit, Vault vault) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
    }

    static boolean isOne(Query query) {
        return query.find("SELECT 1 FROM own_station", _ -> true).isPresent();
    }

    /** Where the registry is, for people. */
    static String service(Query query) {
        return query.find("SELECT service FROM own_station WHERE service IS NOT NULL", row -> row.text("service"))
                .orElse("another machine");
    }

    /** Makes a new database a station's. */
    static void create(Transaction tx, Vault vault, SecureRandom randomness) {
        ExchangeKey.require(tx, vault, randomness);
        tx.update("INSERT INTO own_station (id, last_sequence, letter_at) VALUES (1, 0, 0)");
    }

    public StationStanding standing() {
        return database.read(query -> {
            var joined = Joined.find(query).orElse(null);
            return new StationStanding(
                    ExchangeKey.fingerprint(ownKey(query)),
                    joined == null ? null : joined.number(),
                    query.get("SELECT name FROM own_station", row -> Optional.ofNullable(row.textOrNull("name")))
                            .orElse(null),
                    joined == null ? null : joined.account(),
                    joined == null ? null : service(query),
                    joined == null ? null : ExchangeKey.fingerprint(joined.registryKey()),
                    query.get("SELECT last_sequence AS n FROM own_station", row -> row.number("n")),
                    query.get("SELECT count(*) AS n FROM outbox WHERE answered_at IS NULL", row -> row.number("n")));
        });
    }

    private static byte[] ownKey(Query query) {
        return ExchangeKey.publicKey(query).orElseThrow();
    }

    /** The file that the registry is to be given: the public key. */
    public byte[] introduction() {
        return StationMail.bytes(StationMail.Introduction.of(database.read(OwnStation::ownKey)));
    }

    /** What the registry last told of its tokens. */
    public List<KnownToken> knownTokens() {
        return database.read(KnownToken::all);
    }

    /**
     * Takes the registry of this letter for its own, once and for all.
     *
     * @param fingerprint of the registry's key, as its operator reads it out; empty where nobody compares
     */
    public void join(Actor actor, Path letter, String fingerprint) {
        var mail = StationMail.read(letter, StationMail.Envelope.class, StationMail.Envelope.KIND);
        database.change(tx -> {
            Joined.find(tx).ifPresent(known -> {
                throw new StationException.NotReady(
                        "this station has joined the registry of account %s already".formatted(known.account()),
                        "\"fobsmith station acknowledge\" reads its letters; for another registry make another station");
            });
            var key = mail.key();
            var found = ExchangeKey.fingerprint(key);
            if (!fingerprint.isEmpty() && !fingerprint.equalsIgnoreCase(found)) {
                throw new StationException.Refused(
                        "the letter is of the registry with fingerprint %s, not %s".formatted(found, fingerprint),
                        "do not use this letter: somebody may have exchanged it");
            }
            var content = StationLetter.open(tx, vault, mail, key);
            tx.update("UPDATE registry SET account_id = ?", mail.account());
            tx.update("UPDATE own_station SET number = ?, registry_key = ?", mail.station(), key);
            read(tx, mail, content);
            audit.append(
                    tx,
                    actor,
                    AuditAction.JOIN_REGISTRY,
                    mail.account(),
                    Map.of("station", Integer.toString(mail.station()), "registryKey", found));
        });
    }

    private static void read(Transaction tx, StationMail.Envelope mail, StationLetter letter) {
        tx.update(
                "UPDATE own_station SET name = ?, service = ?, letter_at = ?",
                letter.name(),
                letter.service(),
                mail.at());
        KnownToken.replaceAll(tx, letter.tokens());
    }

    /**
     * Messages from the lowest without an answer on, again and again under the same ids; empty where none waits. Answered ones
     * in between go along: the registry takes them in order only.
     */
    public Optional<OutgoingMail> send() {
        return database.read(
                query -> messages(query, "sequence >= (SELECT min(sequence) FROM outbox WHERE answered_at IS NULL)"));
    }

    /** All messages from this one on, answered or not: for a registry that was restored from a backup. */
    public Optional<OutgoingMail> sendFrom(long sequence) {
        return database.read(query -> messages(query, "sequence >= ?", sequence));
    }

    private static Optional<OutgoingMail> messages(Query query, String condition, Object... parameters) {
        var own = Joined.get(query);
        var messages = query.list(
                "SELECT * FROM outbox WHERE %s ORDER BY sequence".formatted(condition),
                StationMail.Message::of,
                parameters);
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        var mail = new StationMail.Messages(StationMail.Messages.KIND, own.account(), own.number(), messages);
        return Optional.of(new OutgoingMail(StationMail.bytes(mail), messages.size()));
    }

    /**
     * Reads a letter of the registry: its answers, and how its tokens stand. A token whose message it refused is void here.
     *
     * @return the answers
     */
    public List<StationAnswer> acknowledge(Actor actor, Path letter) {
        var mail = StationMail.read(letter, StationMail.Envelope.class, StationMail.Envelope.KIND);
        var content = database.read(query ->
                StationLetter.open(query, vault, mail, ours(query, mail).registryKey()));
        return database.write(tx -> {
            var own = ours(tx, mail);
            content.answers().forEach(answer -> take(tx, answer));
            read(tx, mail, content);
            long applied =
                    content.answers().stream().filter(StationAnswer::applied).count();
            audit.append(
                    tx,
                    actor,
                    AuditAction.ACKNOWLEDGE,
                    own.account(),
                    Map.of(
                            "applied", Long.toString(applied),
                            "refused", Long.toString(content.answers().size() - applied)));
            return content.answers();
        });
    }

    /** Refuses a letter to somebody else, and one that was read before. */
    private static Joined ours(Query query, StationMail.Envelope mail) {
        var own = Joined.get(query);
        if (!own.account().equals(mail.account()) || own.number() != mail.station()) {
            throw new StationException.Refused(
                    "the letter is for station %d of account %s, this is station %d of account %s"
                            .formatted(mail.station(), mail.account(), own.number(), own.account()),
                    "carry the letter that \"fobsmith station receive\" wrote for this station");
        }
        if (mail.at() <= own.letterAt()) {
            throw new StationException.Refused(
                    "the letter is not newer than the last one that was read here", "nothing is to be done");
        }
        return own;
    }

    private static void take(Transaction tx, StationAnswer answer) {
        int known = tx.update(
                "UPDATE outbox SET answered_at = ?, applied = ?, reason = ? WHERE sequence = ? AND id = ?",
                tx.now(),
                answer.applied(),
                answer.reason(),
                answer.sequence(),
                answer.id());
        if (known != 1) {
            throw new StationException.Refused(
                    "the letter answers message %d, which this station did not send so: its database was rolled back"
                            .formatted(answer.sequence()),
                    "make a new station, and register it");
        }
        if (!answer.applied()) {
            spoil(tx, answer);
        }
    }

    /** What the registry did not take is worth nothing, unless the token was written again since. */
    private static void spoil(Transaction tx, StationAnswer answer) {
        tx.update(
                "UPDATE token SET state = 'void' WHERE state = 'proven' AND serial_key IN (SELECT o.serial_key FROM outbox o"
                        + " WHERE o.sequence = ? AND o.carries = 'seed' AND NOT EXISTS (SELECT 1 FROM outbox later"
                        + " WHERE later.serial_key = o.serial_key AND later.carries = 'seed'"
                        + " AND later.sequence > o.sequence))",
                answer.sequence());
    }
}
