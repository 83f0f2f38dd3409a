package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.WipedKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** How the values of a container are authenticated (RFC 6030 section 6.1.1, MACMethod). Owns its key; closing wipes it. */
final class MacMethod implements AutoCloseable {
    private static final Subject CONTAINER = new Subject("the key container");

    private final MacAlgorithm algorithm;
    private final WipedKey key;

    private MacMethod(MacAlgorithm algorithm, WipedKey key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    static MacMethod read(XmlCursor cursor, ContainerKey encryptionKey, ReadingTerms terms) {
        var algorithm = algorithm(cursor.attribute("Algorithm"));
        var parts = new Parts();
        cursor.eachChild(name -> {
            switch (name) {
                case "MACKey" -> parts.key = EncryptedValue.read(cursor);
                case "MACKeyReference" -> parts.reference = cursor.text(256);
                default -> cursor.skipForeign();
            }
        });
        return new MacMethod(algorithm, parts.macKey(encryptionKey, terms));
    }

    private static MacAlgorithm algorithm(String uri) {
        return MacAlgorithm.find(uri)
                .orElseThrow(
                        () -> CONTAINER.refused("has MAC algorithm \"%s\", which is not supported".formatted(uri)));
    }

    /** Compares in constant time. */
    boolean confirms(byte[] value, byte[] mac) {
        try {
            return MessageDigest.isEqual(algorithm.mac(key, value), mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks %s".formatted(algorithm), e);
        }
    }

    @Override
    public void close() {
        key.close();
    }

    private static final class Parts {
        private @Nullable EncryptedValue key;
        private String reference = "";

        WipedKey macKey(ContainerKey encryptionKey, ReadingTerms terms) {
            if (key != null) {
                return WipedKey.adopt(encryptionKey.decrypt(CONTAINER, "MAC key", key));
            }
            if (!reference.isEmpty()) {
                return terms.keys()
                        .preSharedKey(reference)
                        .map(WipedKey::adopt)
                        .orElseThrow(() -> CONTAINER.refused(
                                "takes its MACs under key \"%s\", and no such key was given".formatted(reference),
                                Remedy.Opening.PRE_SHARED_KEY));
            }
            if (!terms.tolerate(Leniency.ENCRYPTION_KEY_AS_MAC_KEY)) {
                throw CONTAINER.refused("has a MACMethod without a MACKey", Leniency.ENCRYPTION_KEY_AS_MAC_KEY);
            }
            return encryptionKey.macKey(CONTAINER);
        }
    }
}
