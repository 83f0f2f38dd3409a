package fobsmith.seedfiles;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens the encrypted values of one container, each only if its MAC is right. Owns the keys; closing wipes them. */
final class ContainerProtection implements AutoCloseable {
    private final ReadingTerms terms;
    private @Nullable ContainerKey key;
    private @Nullable MacMethod macMethod;

    ContainerProtection(ReadingTerms terms) {
        this.terms = terms;
    }

    void readEncryptionKey(XmlCursor cursor) {
        if (key != null) {
            throw cursor.malformed("EncryptionKey is given twice, or after what it opens");
        }
        key = EncryptionKeyReader.read(cursor, terms.keys());
    }

    void readMacMethod(XmlCursor cursor) {
        if (macMethod != null) {
            throw cursor.malformed("MACMethod is given twice");
        }
        if (cursor.attribute("Algorithm").isEmpty() && terms.tolerate(Leniency.MAC_METHOD_WITHOUT_ALGORITHM)) {
            cursor.skip();
        } else {
            macMethod = MacMethod.read(cursor, key(), terms);
        }
    }

    private ContainerKey key() {
        if (key == null) {
            key = EncryptionKeyReader.unnamed(terms.keys());
        }
        return key;
    }

    /** A plain secret among encrypted ones was put there by somebody else than who encrypted them. */
    void requirePlainSecretsAllowed(Subject subject) {
        if (key != null && !terms.tolerate(Leniency.PLAIN_SECRET_IN_ENCRYPTED_CONTAINER)) {
            throw subject.refused(
                    "has its secret in plain, in a container that encrypts",
                    Leniency.PLAIN_SECRET_IN_ENCRYPTED_CONTAINER);
        }
    }

    /**
     * The plain bytes, which the caller wipes.
     *
     * @param mac the ValueMAC, empty where there is none
     */
    byte[] open(Subject subject, String what, EncryptedValue value, byte[] mac) {
        var opener = key();
        boolean late = false;
        if (macMethod == null || mac.length == 0) {
            requireMacDispensable(subject, what, opener.needsNoMac(value), mac);
        } else if (!macMethod.confirms(value.bytes(), mac)) {
            requireLateMacAllowed(subject, what);
            late = true;
        }
        var plain = opener.decrypt(subject, what, value);
        if (late) {
            requireMacOverPlaintext(subject, what, plain, mac);
        }
        return plain;
    }

    private void requireMacDispensable(Subject subject, String what, boolean needsNoMac, byte[] mac) {
        boolean dispensable = needsNoMac && mac.length == 0;
        if (!dispensable && !terms.tolerate(Leniency.MISSING_MAC)) {
            throw subject.refused(
                    mac.length == 0
                            ? "has an encrypted %s without a MAC (ValueMAC)".formatted(what)
                            : "has a MAC for its encrypted %s, but the container names no MACMethod".formatted(what),
                    Leniency.MISSING_MAC);
        }
    }

    private void requireLateMacAllowed(Subject subject, String what) {
        if (!terms.tolerate(Leniency.MAC_OVER_PLAINTEXT)) {
            throw macIsWrong(subject, what);
        }
    }

    private void requireMacOverPlaintext(Subject subject, String what, byte[] plain, byte[] mac) {
        if (macMethod == null || !macMethod.confirms(plain, mac)) {
            Arrays.fill(plain, (byte) 0);
            throw macIsWrong(subject, what);
        }
    }

    private static SeedFileException macIsWrong(Subject subject, String what) {
        return subject.refused(
                "has an encrypted %s whose MAC is wrong: the key is wrong, or the file was changed".formatted(what),
                Remedy.Opening.ANOTHER_KEY);
    }

    @Override
    public void close() {
        if (key != null) {
            key.close();
        }
        if (macMethod != null) {
            macMethod.close();
        }
    }
}
