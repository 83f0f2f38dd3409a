package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.ContentCipher;
import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.WipedKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** What opens the encrypted values of a container, or authenticates them. Owns its key; closing wipes it. */
final class ContainerKey implements AutoCloseable {
    private final WipedKey key;

    ContainerKey(WipedKey key) {
        this.key = key;
    }

    /** Whether a change of this value would be noticed without a MAC. */
    boolean authenticates(EncryptedValue value) {
        return ContentCipher.find(value.algorithm())
                .map(ContentCipher::authenticates)
                .orElse(false);
    }

    /** The plain bytes, which the caller wipes. */
    byte[] decrypt(Subject subject, String what, EncryptedValue value) {
        var cipher = ContentCipher.find(value.algorithm())
                .orElseThrow(() -> subject.refused(
                        "has a %s encrypted by \"%s\", which is not supported".formatted(what, value.algorithm())));
        if (key.length() != cipher.keyLength()) {
            throw subject.refused("has a %s encrypted by %s, which takes a key of %d bytes; the given one has %d"
                    .formatted(what, cipher, cipher.keyLength(), key.length()));
        }
        try {
            return cipher.decrypt(key, value.bytes());
        } catch (GeneralSecurityException _) {
            throw subject.refused(
                    "has a %s that does not open: the key is wrong, or the file was changed".formatted(what));
        }
    }

    /** Compares in constant time. */
    boolean confirms(MacAlgorithm algorithm, byte[] value, byte[] mac) {
        try {
            return MessageDigest.isEqual(algorithm.mac(key, value), mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks %s".formatted(algorithm), e);
        }
    }

    ContainerKey copy() {
        return new ContainerKey(key.copy());
    }

    @Override
    public void close() {
        key.close();
    }
}
