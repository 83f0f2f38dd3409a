package fobsmith.registry;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chain of deeds: each record's HMAC-SHA256 covers the record and the MAC before it, under a key that stands sealed in
 * the registry. Appended only inside the transaction of the deed itself. Thread-safe.
 */
public final class AuditTrail implements AutoCloseable {
    /** SQLite has one chain for all processes; a station's database has the station's. */
    static final String REGISTRY = "registry";

    static final String STATION = "station";

    private static final String PURPOSE = "audit";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final String writer;
    private final byte[] key;
    private final AuditMac mac;

    AuditTrail(Database database, Vault vault, String writer) {
        this.database = database;
        this.writer = writer;
        this.key = database.read(query -> query.get(
                "SELECT sealed_key, key_version FROM audit_writer WHERE name = ?",
                row -> vault.open(place(writer), (int) row.number("key_version"), row.bytes("sealed_key")),
                writer));
        this.mac = new AuditMac(key);
    }

    static SealedPlace place(String writer) {
        return SealedPlace.of(PURPOSE, writer);
    }

    static void create(Transaction tx, String writer, Vault vault, SecureRandom randomness) {
        var key = new byte[AesGcm.KEY_BYTES];
        randomness.nextBytes(key);
        var sealed = vault.seal(place(writer), key);
        tx.update(
                "INSERT INTO audit_writer (name, sealed_key, key_version) VALUES (?, ?, ?)",
                writer,
                sealed.bytes(),
                sealed.keyVersion());
        Arrays.fill(key, (byte) 0);
    }

    void append(Transaction tx, Actor actor, AuditAction action, String subject, Map<String, String> detail) {
        var head = head(tx);
        var text = JSON.writeValueAsString(new TreeMap<>(detail));
        var deed =
                new AuditRecord(writer, head.seq + 1, tx.now(), actor.id(), actor.host(), action.text(), subject, text);
        tx.update(
                "INSERT INTO audit_record (writer, seq, at, actor, host, action, subject, detail, mac)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                deed.writer(),
                deed.seq(),
                deed.at(),
                deed.actor(),
                deed.host(),
                deed.action(),
                deed.subject(),
                deed.detail(),
                mac.of(head.mac, deed));
    }

    /** What a record may say of a content that might name people: it tells one from another, and nobody which. */
    String fingerprint(byte[] content) {
        return mac.fingerprint(content);
    }

    private Head head(Query query) {
        return query.find(
                        "SELECT seq, mac FROM audit_record WHERE writer = ? ORDER BY seq DESC LIMIT 1",
                        Head::of,
                        writer)
                .orElse(new Head(0, AuditMac.beforeTheFirst()));
    }

    /** Reads the whole trail in order, as one consistent state. */
    public AuditReport verify() {
        return verify(List.of());
    }

    /** As above, and compares with heads that were kept outside the registry. */
    public AuditReport verify(List<AuditHead> anchors) {
        anchors.forEach(this::requireOurs);
        var walk = new AuditWalk(mac, anchors);
        read(walk::step);
        return walk.report();
    }

    private void requireOurs(AuditHead anchor) {
        if (!anchor.writer().equals(writer)) {
            throw new IllegalArgumentException(
                    "an anchor is of the trail of a %s, this is the trail of a %s".formatted(anchor.writer(), writer));
        }
    }

    private void read(BiConsumer<AuditRecord, byte[]> reader) {
        database.read(query -> query.list(
                "SELECT * FROM audit_record WHERE writer = ? ORDER BY seq",
                row -> {
                    reader.accept(AuditRecord.of(row), row.bytes("mac"));
                    return true;
                },
                writer));
    }

    /** The whole trail in order, as one consistent state, for keeping elsewhere. */
    public void export(Consumer<ExportedRecord> taker) {
        read((deed, found) ->
                taker.accept(new ExportedRecord(deed, HexFormat.of().formatHex(found))));
    }

    /** What an export of the same trail knows that this one does not: it was made later than the backup this came from. */
    public List<AuditRecord> missing(List<ExportedRecord> exported) {
        var walk = new AuditWalk(mac, List.of());
        for (var line : exported) {
            if (!walk.step(line.record(), line.macBytes())) {
                throw new RegistryException.ForeignExport(line.record().seq());
            }
        }
        return exported.stream()
                .filter(line -> !isOurs(line))
                .map(ExportedRecord::record)
                .toList();
    }

    private boolean isOurs(ExportedRecord line) {
        return database.read(query -> query.find(
                        "SELECT 1 FROM audit_record WHERE writer = ? AND seq = ? AND mac = ?",
                        _ -> true,
                        writer,
                        line.record().seq(),
                        line.macBytes())
                .isPresent());
    }

    /** How far the trail has come: what to keep outside the registry. */
    public AuditHead head() {
        return database.read(query -> {
            var head = head(query);
            return new AuditHead(writer, head.seq, HexFormat.of().formatHex(head.mac));
        });
    }

    /** The newest records, newest first. */
    public List<AuditRecord> newest(int limit) {
        return newest(AuditFilter.ALL, limit);
    }

    /** The newest records that are wanted, newest first. */
    public List<AuditRecord> newest(AuditFilter wanted, int limit) {
        return database.read(query -> wanted.newest(query, writer, limit));
    }

    /** The newest records about one token, user or other thing, newest first; quick however long the trail is. */
    public List<AuditRecord> about(String subject, int limit) {
        return database.read(query -> query.list(
                "SELECT * FROM audit_record WHERE subject = ? ORDER BY seq DESC LIMIT ?",
                AuditRecord::of,
                subject,
                limit));
    }

    /** As above, about a token. */
    public List<AuditRecord> about(Token token, int limit) {
        return about(token.auditSubject(), limit);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    private static final class Head {
        private final long seq;
        private final byte[] mac;

        Head(long seq, byte[] mac) {
            this.seq = seq;
            this.mac = mac;
        }

        static Head of(Row row) {
            return new Head(row.number("seq"), row.bytes("mac"));
        }
    }
}
