package fobsmith.registry;

import fobsmith.oath.OtpProfile;
import fobsmith.oath.Seed;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals what must not be read from the database: seeds, access keys' secrets, audit keys. AES-256-GCM under the data key;
 * the context (which row, which purpose) is authenticated with it, so that a sealed value moved to another row does not
 * open. Holds the data key from opening to closing. Thread-safe.
 */
public final class Vault implements AutoCloseable {
    private static final int SALT_BYTES = 32;

    private final AesGcm dataKey;
    private final SecureRandom randomness;
    private final byte[] keyBytes;
    private final int keyVersion;

    /** Takes the key bytes over; they are wiped when the vault is closed. */
    Vault(int keyVersion, byte[] keyBytes, SecureRandom randomness) {
        this.keyVersion = keyVersion;
        this.keyBytes = keyBytes;
        this.randomness = randomness;
        this.dataKey = new AesGcm(keyBytes, randomness);
    }

    /** Version of the data key that new seals carry. */
    public int keyVersion() {
        return keyVersion;
    }

    SealedSeed sealSeed(String tokenId, SerialNumber serial, OtpProfile profile, Seed seed) {
        return new SealedSeed(
                keyVersion, seed.use(bytes -> dataKey.seal(bytes, seedContext(tokenId, serial, profile))));
    }

    /** The caller closes the seed. */
    Seed openSeed(String tokenId, SerialNumber serial, OtpProfile profile, SealedSeed sealed) {
        requireVersion(sealed.keyVersion());
        return Seed.adopt(dataKey.open(sealed.bytes(), seedContext(tokenId, serial, profile)));
    }

    byte[] seal(String purpose, String rowId, byte[] clear) {
        return dataKey.seal(clear, context(purpose, rowId));
    }

    /** The caller wipes the bytes. */
    byte[] open(String purpose, String rowId, int version, byte[] sealed) {
        requireVersion(version);
        return dataKey.open(sealed, context(purpose, rowId));
    }

    /**
     * Seals what leaves the registry, such as session tokens: each under a key of its own, derived with a 256-bit salt
     * (HKDF-SHA256, RFC 5869), so that any number of them may be made.
     */
    public byte[] sealToken(String purpose, byte[] clear) {
        var salt = new byte[SALT_BYTES];
        randomness.nextBytes(salt);
        var key = derive(purpose, salt);
        try {
            var sealed = new AesGcm(key, randomness).seal(clear, context(purpose, ""));
            return ByteBuffer.allocate(Integer.BYTES + SALT_BYTES + sealed.length)
                    .putInt(keyVersion)
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
        if (sealed.length < prefix || ByteBuffer.wrap(sealed).getInt() != keyVersion) {
            return Optional.empty();
        }
        var key = derive(purpose, Arrays.copyOfRange(sealed, Integer.BYTES, prefix));
        try {
            var opener = new AesGcm(key, randomness);
            return Optional.of(opener.open(Arrays.copyOfRange(sealed, prefix, sealed.length), context(purpose, "")));
        } catch (RegistryException.SealBroken e) {
            return Optional.empty();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] derive(String purpose, byte[] salt) {
        byte[] lent = keyBytes.clone();
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(lent)
                            .addSalt(salt)
                            .thenExpand(context(purpose, "").bytes(), AesGcm.KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF-SHA256", e);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    private void requireVersion(int version) {
        if (version != keyVersion) {
            throw new RegistryException.Unavailable("data key version %d is not loaded".formatted(version), null);
        }
    }

    private Canonical seedContext(String tokenId, SerialNumber serial, OtpProfile profile) {
        return context("seed", tokenId)
                .with(serial.key())
                .with(ProfileColumns.of(profile).canonical());
    }

    private Canonical context(String purpose, String rowId) {
        return new Canonical().with(purpose).with(rowId).with(keyVersion);
    }

    @Override
    public void close() {
        Arrays.fill(keyBytes, (byte) 0);
    }
}
