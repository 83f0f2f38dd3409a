package fobsmith.registry;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/** The X25519 key pair of a registry or a station; the private half stands sealed in its database. Wiped when closed. */
final class ExchangeKey implements AutoCloseable {
    private static final SealedPlace PLACE = SealedPlace.of("exchange key", "1");

    private final byte[] privateKey;
    private final byte[] publicKey;

    private ExchangeKey(byte[] privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Takes the private key over. */
    static ExchangeKey of(byte[] privateKey) {
        return new ExchangeKey(
                privateKey,
                new X25519PrivateKeyParameters(privateKey).generatePublicKey().getEncoded());
    }

    static SealedPlace place() {
        return PLACE;
    }

    /** The public key of this database, made with the pair where there is none yet. */
    static byte[] require(Transaction tx, Vault vault, SecureRandom randomness) {
        return publicKey(tx).orElseGet(() -> {
            try (var made = of(random(randomness))) {
                var sealed = vault.seal(PLACE, made.privateKey);
                tx.update(
                        "INSERT INTO exchange_key (id, public_key, sealed_private_key, key_version) VALUES (1, ?, ?, ?)",
                        made.publicKey,
                        sealed.bytes(),
                        sealed.keyVersion());
                return made.publicKey;
            }
        });
    }

    private static byte[] random(SecureRandom randomness) {
        var key = new byte[Hpke.KEY_BYTES];
        randomness.nextBytes(key);
        return key;
    }

    static Optional<byte[]> publicKey(Query query) {
        return query.find("SELECT public_key FROM exchange_key", row -> row.bytes("public_key"));
    }

    /** The pair of this database. The caller closes it. */
    static ExchangeKey open(Query query, Vault vault) {
        return query.get(
                "SELECT * FROM exchange_key",
                row -> of(vault.open(PLACE, (int) row.number("key_version"), row.bytes("sealed_private_key"))));
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    AsymmetricCipherKeyPair pair(HPKE suite) {
        return suite.deserializePrivateKey(privateKey, publicKey);
    }

    /** What people compare: 160 bits of SHA-256 in groups of four. */
    static String fingerprint(byte[] publicKey) {
        var digest =
                Sha256.of(new Canonical().with("exchange key").with(publicKey).bytes());
        return HexFormat.of().formatHex(digest, 0, 20).replaceAll("(.{4})(?!$)", "$1-");
    }

    @Override
    public void close() {
        Arrays.fill(privateKey, (byte) 0);
    }
}
