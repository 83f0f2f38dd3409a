package fobsmith.registry;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The write-only stations that a registry takes messages from. Thread-safe. */
public final class Stations {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");

    private final Database database;
    private final AuditTrail audit;
    private final Vault vault;
    private final SecureRandom randomness;

    Stations(Database database, AuditTrail audit, Vault vault, SecureRandom randomness) {
        this.database = database;
        this.audit = audit;
        this.vault = vault;
        this.randomness = randomness;
    }

    /**
     * Takes a station's messages from now on.
     *
     * @param introduction what {@code station init} wrote
     * @param fingerprint as the station's operator reads it out; empty where nobody compares
     */
    public Station register(Actor actor, String name, Path introduction, String fingerprint) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a name of 1 to 64 letters, digits or _+=,.@-".formatted(name));
        }
        var key = StationMail.read(introduction, StationMail.Introduction.class, StationMail.Introduction.KIND)
                .key();
        requireSame(key, fingerprint);
        return database.write(tx -> {
            ExchangeKey.require(tx, vault, randomness);
            requireUsable(tx, key);
            requireNew(tx, name, key);
            tx.update(
                    "INSERT INTO station (number, name, name_key, public_key, last_sequence, letter_at, created_at)"
                            + " VALUES ((SELECT coalesce(max(number), 0) + 1 FROM station), ?, ?, ?, 0, 0, ?)",
                    name,
                    nameKey(name),
                    key,
                    tx.now());
            var station = get(tx, name);
            record(tx, actor, AuditAction.REGISTER_STATION, station, Map.of("key", station.fingerprint()));
            return station;
        });
    }

    private static void requireSame(byte[] key, String fingerprint) {
        var found = ExchangeKey.fingerprint(key);
        if (!fingerprint.isEmpty() && !fingerprint.equalsIgnoreCase(found)) {
            throw new StationException.Refused(
                    "the public key has the fingerprint %s, not %s".formatted(found, fingerprint),
                    "do not register it: somebody may have exchanged it");
        }
    }

    /** A point of low order is a key of nobody's. */
    private void requireUsable(Query query, byte[] key) {
        try (var own = ExchangeKey.open(query, vault)) {
            new Hpke().seal(key, own, new Canonical(), new byte[0]);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new StationException.Refused(
                    "the file does not hold an X25519 public key",
                    "let \"fobsmith station show --out\" write it again");
        }
    }

    private static void requireNew(Query query, String name, byte[] key) {
        query.find("SELECT * FROM station WHERE name_key = ? OR public_key = ?", Station::of, nameKey(name), key)
                .ifPresent(known -> {
                    throw new StationException.Refused(
                            "station %d \"%s\" with the key %s is registered already"
                                    .formatted(known.number(), known.name(), known.fingerprint()),
                            "choose another name; a key is registered once");
                });
    }

    private static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** All of them, revoked ones too, by number. */
    public List<Station> list() {
        return database.read(query -> query.list("SELECT * FROM station ORDER BY number", Station::of));
    }

    private static Station get(Query query, String name) {
        return query.find("SELECT * FROM station WHERE name_key = ?", Station::of, nameKey(name))
                .orElseThrow(() -> new StationException.Refused(
                        "no station is named \"%s\"".formatted(name), "\"fobsmith station list\" shows all of them"));
    }

    /** Its messages are refused from now on, those too that were sealed before. */
    public Station revoke(Actor actor, String name, String reason) {
        return database.write(tx -> {
            requireTrusted(get(tx, name));
            tx.update("UPDATE station SET revoked_at = ? WHERE name_key = ?", tx.now(), nameKey(name));
            var station = get(tx, name);
            record(tx, actor, AuditAction.REVOKE_STATION, station, Map.of("reason", reason));
            return station;
        });
    }

    static void requireTrusted(Station station) {
        if (station.revokedAt() != null) {
            throw new StationException.Refused(
                    "station %d \"%s\" was revoked at %s"
                            .formatted(station.number(), station.name(), station.revokedAt()),
                    "make a new station and register it; tokens it wrote since are written again");
        }
    }

    /**
     * A letter to the station, with what it may know and no answers: the first makes it a station of this registry.
     *
     * @param service where the registry is, for people
     */
    public byte[] export(Actor actor, String name, String service) {
        var addressee = database.write(tx -> {
            var station = get(tx, name);
            record(tx, actor, AuditAction.EXPORT_STATION, station, Map.of());
            return Addressee.ofNextLetter(tx, station.number());
        });
        return letter(addressee, service, List.of());
    }

    /** Fingerprint of the registry's own public key; empty before the first station. */
    public Optional<String> ownFingerprint() {
        return database.read(ExchangeKey::publicKey).map(ExchangeKey::fingerprint);
    }

    byte[] letter(int number, String service, List<StationAnswer> answers) {
        return letter(database.write(tx -> Addressee.ofNextLetter(tx, number)), service, answers);
    }

    /**
     * Read and sealed while others write, since it may tell of many tokens. The number was taken before: what changes in between
     * is told, but does not count as known; the other way round a station would pass for knowing what it was not told.
     */
    private byte[] letter(Addressee addressee, String service, List<StationAnswer> answers) {
        return database.read(query -> {
            var letter = new StationLetter(addressee.name, service, answers, KnownToken.toBeTold(query));
            return StationMail.bytes(letter.seal(
                    query, vault, addressee.account, addressee.number, addressee.publicKey, addressee.letterAt));
        });
    }

    /** Whom a letter goes to, and its number. */
    private static final class Addressee {
        private final String account;
        private final int number;
        private final String name;
        private final byte[] publicKey;
        private final long letterAt;

        private Addressee(Row row) {
            account = row.text("account_id");
            number = (int) row.number("number");
            name = row.text("name");
            publicKey = row.bytes("public_key");
            letterAt = row.number("letter_at");
        }

        /** Each number is later than the one before, even where the registry was restored from a backup in between. */
        static Addressee ofNextLetter(Transaction tx, int number) {
            requireTrusted(tx.get("SELECT * FROM station WHERE number = ?", Station::of, number));
            tx.update("UPDATE station SET letter_at = max(letter_at + 1, ?) WHERE number = ?", tx.now(), number);
            return tx.get("SELECT * FROM registry, station WHERE number = ?", Addressee::new, number);
        }
    }

    private void record(Transaction tx, Actor actor, AuditAction action, Station station, Map<String, String> detail) {
        audit.append(tx, actor, action, "station %d".formatted(station.number()), detail);
    }
}
