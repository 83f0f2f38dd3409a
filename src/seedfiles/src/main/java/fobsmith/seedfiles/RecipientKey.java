package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.WipedKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/**
 * The private key of the one for whom a container was encrypted (RFC 6030 section 6.3). Anybody can encrypt for him: that a
 * value opens says nothing of where it comes from, and only a signature does.
 */
final class RecipientKey implements ContainerKey {
    private final PrivateKey key;

    /** The key stays its owner's, and may live in a PKCS #11 token. */
    RecipientKey(PrivateKey key) {
        this.key = key;
    }

    @Override
    public boolean needsNoMac(EncryptedValue value) {
        return true;
    }

    @Override
    public byte[] decrypt(Subject subject, String what, EncryptedValue value) {
        var cipher = value.rsa().orElseThrow(() -> ContainerKey.unsupported(subject, what, value));
        try {
            return cipher.decrypt(key, value.bytes());
        } catch (GeneralSecurityException _) {
            throw ContainerKey.doesNotOpen(subject, what);
        }
    }

    @Override
    public WipedKey macKey(Subject container) {
        throw container.refused("has a MACMethod without a MACKey, though it is encrypted for a certificate");
    }

    @Override
    public void close() {
        // nothing here is ours
    }
}
