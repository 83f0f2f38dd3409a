package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.ContentCipher;
import fobsmith.seedfiles.internal.WipedKey;
import java.security.GeneralSecurityException;

/** A key that sender and receiver share, pre-shared or derived from a password (RFC 6030 sections 6.1 and 6.2). */
final class SymmetricKey implements ContainerKey {
    private final WipedKey key;

    /** Takes the key over. */
    SymmetricKey(WipedKey key) {
        this.key = key;
    }

    @Override
    public boolean needsNoMac(EncryptedValue value) {
        // an unknown one is refused by its own name
        return ContentCipher.find(value.algorithm())
                .map(ContentCipher::authenticates)
                .orElse(true);
    }

    @Override
    public byte[] decrypt(Subject subject, String what, EncryptedValue value) {
        var cipher =
                ContentCipher.find(value.algorithm()).orElseThrow(() -> ContainerKey.unsupported(subject, what, value));
        if (key.length() != cipher.keyLength()) {
            throw subject.refused(
                    "has a %s encrypted by %s, which takes a key of %d bytes; the given one has %d"
                            .formatted(what, cipher, cipher.keyLength(), key.length()),
                    Remedy.Opening.ANOTHER_KEY);
        }
        try {
            return cipher.decrypt(key, value.bytes());
        } catch (GeneralSecurityException _) {
            throw ContainerKey.doesNotOpen(subject, what);
        }
    }

    @Override
    public WipedKey macKey(Subject container) {
        return key.copy();
    }

    @Override
    public void close() {
        key.close();
    }
}
