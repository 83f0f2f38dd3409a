package fobsmith.registry;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chain of deeds: each record's HMAC-SHA256 covers the record and the MAC before it, under a key that stands sealed in
 * the registry. Appended only inside the transaction of the deed itself. Thread-safe.
 */
public final class AuditTrail implements AutoCloseable {
    /** SQLite has one chain for all processes. */
    private static final String WRITER = "registry";

    private static final String PURPOSE = "audit";
    private static final byte[] BEFORE_THE_FIRST = new byte[32];
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final byte[] key;

    AuditTrail(Database database, Vault vault) {
        this.database = database;
        this.key = database.read(query -> query.get(
                "SELECT sealed_key, key_version FROM audit_writer WHERE name = ?",
                row -> vault.open(place(WRITER), (int) row.number("key_version"), row.bytes("sealed_key")),
                WRITER));
    }

    static SealedPlace place(String writer) {
        return SealedPlace.of(PURPOSE, writer);
    }

    static void create(Transaction tx, Vault vault, SecureRandom randomness) {
        var key = new byte[AesGcm.KEY_BYTES];
        randomness.nextBytes(key);
        var sealed = vault.seal(place(WRITER), key);
        tx.update(
                "INSERT INTO audit_writer (name, sealed_key, key_version) VALUES (?, ?, ?)",
                WRITER,
                sealed.bytes(),
                sealed.keyVersion());
        Arrays.fill(key, (byte) 0);
    }

    void append(Transaction tx, Actor actor, AuditAction action, String subject, Map<String, String> detail) {
        var head = tx.find(
                        "SELECT seq, mac FROM audit_record WHERE writer = ? ORDER BY seq DESC LIMIT 1",
                        Head::of,
                        WRITER)
                .orElse(new Head(0, BEFORE_THE_FIRST));
        var text = JSON.writeValueAsString(new TreeMap<>(detail));
        var deed =
                new AuditRecord(WRITER, head.seq + 1, tx.now(), actor.id(), actor.host(), action.text(), subject, text);
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
                mac(head.mac, deed));
    }

    /** Reads the whole trail in order, as one consistent state. */
    public AuditReport verify() {
        return database.read(query -> {
            var walk = new Walk();
            query.list(
                    "SELECT * FROM audit_record WHERE writer = ? ORDER BY seq",
                    row -> walk.step(AuditRecord.of(row), row.bytes("mac")),
                    WRITER);
            return walk.report();
        });
    }

    /** The newest records, newest first. */
    public List<AuditRecord> newest(int limit) {
        return database.read(query -> query.list(
                "SELECT * FROM audit_record WHERE writer = ? ORDER BY seq DESC LIMIT ?",
                AuditRecord::of,
                WRITER,
                limit));
    }

    private byte[] mac(byte[] before, AuditRecord deed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "RAW"));
            mac.update(before);
            return mac.doFinal(deed.canonical());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HmacSHA256", e);
        }
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

    /** One walk along the chain. */
    private final class Walk {
        private Head head = new Head(0, BEFORE_THE_FIRST);
        private String fault = "";

        boolean step(AuditRecord deed, byte[] found) {
            if (!fault.isEmpty()) {
                return false;
            }
            if (deed.seq() != head.seq + 1) {
                fault = "record %d is missing".formatted(head.seq + 1);
            } else if (!MessageDigest.isEqual(found, mac(head.mac, deed))) {
                fault = "record %d was changed or moved".formatted(deed.seq());
            } else {
                head = new Head(deed.seq(), found);
            }
            return fault.isEmpty();
        }

        AuditReport report() {
            return fault.isEmpty()
                    ? new AuditReport.Intact(head.seq, HexFormat.of().formatHex(head.mac))
                    : new AuditReport.Broken(head.seq + 1, fault);
        }
    }
}
