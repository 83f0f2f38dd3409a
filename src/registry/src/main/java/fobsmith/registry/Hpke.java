package fobsmith.registry;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * HPKE (RFC 9180) in Auth mode, one message per encapsulated key: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Only
 * the receiver opens what is sealed, not even its sender; and he knows that nobody but the sender has sealed it. The ephemeral
 * key is Bouncy Castle's own random one. Thread-safe.
 */
final class Hpke {
    static final int KEY_BYTES = 32;
    private static final byte[] NO_PSK = {};

    private final short aead;

    Hpke() {
        this(HPKE.aead_AES_GCM256);
    }

    /** With another AEAD, for the RFC's vectors. */
    Hpke(short aead) {
        this.aead = aead;
    }

    /** The encapsulated key and the ciphertext. */
    byte[] seal(byte[] receiver, ExchangeKey sender, Canonical info, byte[] clear) {
        var suite = suite();
        try {
            var parts = suite.seal(
                    suite.deserializePublicKey(receiver),
                    info.bytes(),
                    new byte[0],
                    clear,
                    NO_PSK,
                    NO_PSK,
                    sender.pair(suite));
            var sealed = Arrays.copyOf(parts[1], parts[1].length + parts[0].length);
            System.arraycopy(parts[0], 0, sealed, parts[1].length, parts[0].length);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("HPKE failed", e);
        }
    }

    /** The caller wipes what it gets. Whatever does not open is {@link RegistryException.SealBroken}. */
    byte[] open(byte[] sealed, ExchangeKey receiver, byte[] sender, byte[] info, byte[] aad) {
        var suite = suite();
        if (sealed.length < suite.getEncSize()) {
            throw new RegistryException.SealBroken();
        }
        try {
            return suite.open(
                    Arrays.copyOf(sealed, suite.getEncSize()),
                    receiver.pair(suite),
                    info,
                    aad,
                    Arrays.copyOfRange(sealed, suite.getEncSize(), sealed.length),
                    NO_PSK,
                    NO_PSK,
                    suite.deserializePublicKey(sender));
        } catch (InvalidCipherTextException
                | IllegalStateException
                | IllegalArgumentException
                | RuntimeCryptoException e) {
            // Bouncy Castle says of a point of low order that the state is illegal.
            throw new RegistryException.SealBroken();
        }
    }

    byte[] open(byte[] sealed, ExchangeKey receiver, byte[] sender, Canonical info) {
        return open(sealed, receiver, sender, info.bytes(), new byte[0]);
    }

    private HPKE suite() {
        return new HPKE(HPKE.mode_auth, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, aead);
    }
}
