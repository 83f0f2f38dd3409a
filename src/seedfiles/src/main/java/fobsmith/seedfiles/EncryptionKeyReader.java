package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.WipedKey;

/** Reads what a container says of its encryption key (RFC 6030 section 6), and asks for that key. */
final class EncryptionKeyReader {
    private static final int LONGEST_NAME = 256;

    private final XmlCursor cursor;
    private final TransportKeys keys;

    private EncryptionKeyReader(XmlCursor cursor, TransportKeys keys) {
        this.cursor = cursor;
        this.keys = keys;
    }

    static ContainerKey read(XmlCursor cursor, TransportKeys keys) {
        return new EncryptionKeyReader(cursor, keys).read();
    }

    private ContainerKey read() {
        if (!cursor.enterChild()) {
            return unnamed(keys);
        }
        var key = switch (cursor.name()) {
            case "KeyName" -> preShared(cursor.text(LONGEST_NAME));
            case "DerivedKey" -> DerivedKeyReader.read(cursor, keys);
            case "X509Data" -> RecipientReader.read(cursor, keys);
            default -> throw new SeedFileException.Refused(encrypted(cursor.localName()));
        };
        cursor.leave();
        return key;
    }

    private ContainerKey preShared(String name) {
        return keys.preSharedKey(name)
                .<ContainerKey>map(key -> new SymmetricKey(WipedKey.adopt(key)))
                .orElseThrow(() -> encrypted("pre-shared key \"%s\"".formatted(name), Remedy.Opening.PRE_SHARED_KEY));
    }

    /** For containers that say nothing of their key: the sender takes it for known. */
    static ContainerKey unnamed(TransportKeys keys) {
        return keys.preSharedKey("")
                .<ContainerKey>map(key -> new SymmetricKey(WipedKey.adopt(key)))
                .orElseThrow(() -> encrypted("a key that it does not name", Remedy.Opening.PRE_SHARED_KEY));
    }

    static SeedFileException encrypted(String how, Remedy.Opening asked) {
        return new SeedFileException.Refused(encrypted(how), asked);
    }

    private static String encrypted(String how) {
        return "the container is encrypted (%s), and no such key was given".formatted(how);
    }
}
