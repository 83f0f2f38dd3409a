package fobsmith.registry;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with a random 96-bit nonce before the ciphertext (NIST SP 800-38D section 8.2.2). The key array stays the
 * caller's, who wipes it when done. Thread-safe.
 */
final class AesGcm {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<Key> key;
    private final @Nullable Provider provider;
    private final SecureRandom randomness;

    AesGcm(byte[] key, SecureRandom randomness) {
        this(() -> new SecretKeySpec(key, "AES"), null, randomness);
    }

    /** With a key that only this provider can use. */
    AesGcm(Key key, Provider provider, SecureRandom randomness) {
        this(() -> key, provider, randomness);
    }

    private AesGcm(Supplier<Key> key, @Nullable Provider provider, SecureRandom randomness) {
        this.key = key;
        this.provider = provider;
        this.randomness = randomness;
    }

    byte[] seal(byte[] clear, Canonical context) {
        var nonce = new byte[NONCE_BYTES];
        randomness.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(clear);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** The caller wipes what it gets; a wrong key, context or a single changed bit is {@link RegistryException.SealBroken}. */
    byte[] open(byte[] sealed, Canonical context) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new RegistryException.SealBroken();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new RegistryException.SealBroken();
        } catch (GeneralSecurityException | ProviderException e) {
            throw onOpening(e);
        }
    }

    /** PKCS#11 modules tell a wrong tag from a broken token in ways of their own, if at all. */
    private RuntimeException onOpening(Exception e) {
        return provider == null ? new IllegalStateException("AES-GCM failed", e) : new RegistryException.SealBroken();
    }

    private Cipher cipher(int mode, byte[] nonce, Canonical context) throws GeneralSecurityException {
        var cipher = provider == null
                ? Cipher.getInstance("AES/GCM/NoPadding")
                : Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.bytes());
        return cipher;
    }
}
