package fobsmith.registry;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** What a desk passphrase is compared with: Argon2id's output, with the salt and cost that made it. */
final class Verifier {
    private final String edition;
    private final byte[] salt;
    private final RegistryKey.Cost cost;
    private final byte[] derived;

    /** Keeps the array. */
    Verifier(String edition, byte[] salt, RegistryKey.Cost cost, byte[] derived) {
        this.edition = edition;
        this.salt = salt;
        this.cost = cost;
        this.derived = derived;
    }

    /** One that nothing equals, for names that nobody bears: comparing with it costs as much. */
    static Verifier ofNobody(RegistryKey.Cost cost) {
        return new Verifier("", new byte[16], cost, new byte[AesGcm.KEY_BYTES]);
    }

    /** The edition of a user's passphrase, if he has one. */
    static Optional<Stored> find(Query query, User user) {
        return query.find(
                "SELECT edition FROM desk_passphrase WHERE user_id = ?",
                row -> new Stored(row.text("edition")),
                user.id());
    }

    /** The caller wipes it. */
    static Optional<Verifier> open(Query query, Vault vault, User user) {
        return query.find(
                "SELECT * FROM desk_passphrase WHERE user_id = ?",
                row -> new Verifier(
                        row.text("edition"),
                        row.bytes("salt"),
                        new RegistryKey.Cost((int) row.number("memory_kib"), (int) row.number("iterations"), (int)
                                row.number("parallelism")),
                        vault.open(
                                DeskPassphrases.place(user.id()),
                                (int) row.number("key_version"),
                                row.bytes("sealed_verifier"))),
                user.id());
    }

    void store(Transaction tx, Vault vault, User user) {
        var sealed = vault.seal(DeskPassphrases.place(user.id()), derived);
        tx.update("DELETE FROM desk_passphrase WHERE user_id = ?", user.id());
        tx.update(
                "INSERT INTO desk_passphrase (user_id, edition, salt, memory_kib, iterations, parallelism,"
                        + " sealed_verifier, key_version, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                user.id(),
                edition,
                salt,
                cost.memoryKib(),
                cost.iterations(),
                cost.parallelism(),
                sealed.bytes(),
                sealed.keyVersion(),
                tx.now());
    }

    boolean isStored(Query query, User user) {
        return find(query, user)
                .filter(stored -> stored.edition.equals(edition))
                .isPresent();
    }

    String edition() {
        return edition;
    }

    byte[] salt() {
        return salt;
    }

    RegistryKey.Cost cost() {
        return cost;
    }

    boolean equalsInConstantTime(byte[] other) {
        return MessageDigest.isEqual(derived, other);
    }

    void wipe() {
        Arrays.fill(derived, (byte) 0);
    }

    /** That there is one. */
    record Stored(String edition) {}
}
