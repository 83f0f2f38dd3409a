package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.WipedKey;

/** What opens the encrypted values of a container; closing wipes it. */
sealed interface ContainerKey extends AutoCloseable permits SymmetricKey, RecipientKey {
    /** Whether a value of this kind needs no MAC beside it (RFC 6030 section 6.1.1). */
    boolean needsNoMac(EncryptedValue value);

    /** The plain bytes, which the caller wipes. */
    byte[] decrypt(Subject subject, String what, EncryptedValue value);

    /** A copy as the key of MACs, for containers that have no other. */
    WipedKey macKey(Subject container);

    @Override
    void close();

    /** One message for everything that does not open: the difference would tell a forger something. */
    static SeedFileException doesNotOpen(Subject subject, String what) {
        return subject.refused(
                "has a %s that does not open: the key is wrong, or the file was changed".formatted(what),
                Remedy.Opening.ANOTHER_KEY);
    }

    static SeedFileException unsupported(Subject subject, String what, EncryptedValue value) {
        return subject.refused(
                "has a %s encrypted by \"%s\", which is not supported".formatted(what, value.algorithm()));
    }
}
