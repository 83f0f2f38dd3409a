package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals what must not be read from the database: seeds, access keys' secrets, audit keys. AES-256-GCM under the data key;
 * the context (which row, which purpose) is authenticated with it, so that a sealed value moved to another row does not
 * open. Holds the data keys from opening to closing. Thread-safe.
 */
public final class Vault implements AutoCloseable {
    private static final int SALT_BYTES = 32;

    private final DataKeys keys;
    private final SecureRandom randomness;

    /** With one data key, and no way to others. Takes the key bytes over; they are wiped when the vault is closed. */
    Vault(int keyVersion, byte[] keyBytes, SecureRandom randomness) {
        this(new DataKeys(Map.of(keyVersion, keyBytes), keyVersion, randomness, _ -> Optional.empty()), randomness);
    }

    /** Takes the keys over. */
    Vault(DataKeys keys, SecureRandom randomness) {
        this.keys = keys;
        this.randomness = randomness;
    }

    /** Version of the data key that new seals carry. */
    public int keyVersion() {
        return keys.newest();
    }

    SealedSeed sealSeed(String tokenId, SerialNumber serial, OtpProfile profile, Seed seed) {
        var place = SealedPlace.seed(tokenId, serial, profile);
        var sealed = seed.use(bytes -> seal(place, bytes));
        return new SealedSeed(sealed.keyVersion(), sealed.bytes());
    }

    /** The caller closes the seed. */
    Seed openSeed(String tokenId, SerialNumber serial, OtpProfile profile, SealedSeed sealed) {
        var place = SealedPlace.seed(tokenId, serial, profile);
        return Seed.adopt(open(place, sealed.keyVersion(), sealed.bytes()));
    }

    Sealed seal(SealedPlace place, byte[] clear) {
        int version = keys.newest();
        return new Sealed(version, cipher(version).seal(clear, place.context(version)));
    }

    /** The caller wipes the bytes. */
    byte[] open(SealedPlace place, int version, byte[] sealed) {
        return cipher(version).open(sealed, place.context(version));
    }

    /** The same under the newest data key. */
    Sealed reseal(SealedPlace place, Sealed old) {
        var clear = open(place, old.keyVersion(), old.bytes());
        try {
            return seal(place, clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private AesGcm cipher(int version) {
        return new AesGcm(keys.get(version), randomness);
    }

    /** This version is to be sealed with from now on. */
    void observe(int version) {
        keys.observe(version);
    }

    /** The next data key, sealed under the newest one. */
    byte[] link(byte[] next) {
        return keys.link(next);
    }

    void forgetOlder() {
        keys.forgetOlder();
    }

    /**
     * Seals what leaves the registry, such as session tokens: each under a key of its own, derived with a 256-bit salt
     * (HKDF-SHA256, RFC 5869), so that any number of them may be made.
     */
    public byte[] sealToken(String purpose, byte[] clear) {
        var salt = new byte[SALT_BYTES];
        randomness.nextBytes(salt);
        int version = keys.newest();
        var context = SealedPlace.of(purpose, "").context(version);
        var key = derive(keys.get(version), salt, context);
        try {
            var sealed = new AesGcm(key, randomness).seal(clear, context);
            return ByteBuffer.allocate(Integer.BYTES + SALT_BYTES + sealed.length)
                    .putInt(version)
                    .put(salt)
                    .put(sealed)
                    .array();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** What {@link #sealToken} sealed; empty for anything else. The caller wipes it. */
    public Optional<byte[]> openToken(String purpose, byte[] sealed) {
        int prefix = Integer.BYTES + SALT_BYTES;
        if (sealed.length < prefix) {
            return Optional.empty();
        }
        int version = ByteBuffer.wrap(sealed).getInt();
        return claimed(version).flatMap(dataKey -> {
            var context = SealedPlace.of(purpose, "").context(version);
            return openToken(
                    derive(dataKey, Arrays.copyOfRange(sealed, Integer.BYTES, prefix), context), sealed, context);
        });
    }

    /** Whoever forges tokens names any version: only the one after the newest may cost a look into the registry. */
    private Optional<byte[]> claimed(int version) {
        return version >= 1 && version <= keys.newest() + 1 ? keys.find(version) : Optional.empty();
    }

    private Optional<byte[]> openToken(byte[] key, byte[] sealed, Canonical context) {
        try {
            int prefix = Integer.BYTES + SALT_BYTES;
            return Optional.of(
                    new AesGcm(key, randomness).open(Arrays.copyOfRange(sealed, prefix, sealed.length), context));
        } catch (RegistryException.SealBroken e) {
            return Optional.empty();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] derive(byte[] dataKey, byte[] salt, Canonical context) {
        byte[] lent = dataKey.clone();
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(lent)
                            .addSalt(salt)
                            .thenExpand(context.bytes(), AesGcm.KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF-SHA256", e);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
