package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.MacAlgorithm;
import fobsmith.seedfiles.internal.PasswordDerivation;
import fobsmith.seedfiles.internal.WipedKey;
import java.util.Arrays;

/** Reads how a key is derived from a password (RFC 6030 section 6.2, DerivedKey with PBKDF2), and derives it. */
final class DerivedKeyReader {
    private static final Subject CONTAINER = new Subject("the key container");
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 32;

    private final XmlCursor cursor;
    private String method = "";
    private String name = "";
    private MacAlgorithm pseudorandomFunction = MacAlgorithm.HMAC_SHA1;
    private byte[] salt = new byte[0];
    private int iterations;
    private int keyLength;

    private DerivedKeyReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    static ContainerKey read(XmlCursor cursor, TransportKeys keys) {
        var reader = new DerivedKeyReader(cursor);
        cursor.eachChild(reader::readPart);
        return new SymmetricKey(reader.derive(keys));
    }

    private void readPart(String part) {
        switch (part) {
            case "KeyDerivationMethod" -> readMethod();
            case "MasterKeyName" -> name = cursor.text(LONGEST_NAME);
            case "ReferenceList", "DerivedKeyName" -> cursor.skip();
            default -> cursor.skipForeign();
        }
    }

    private void readMethod() {
        method = cursor.attribute("Algorithm");
        cursor.eachChild(child -> {
            switch (child) {
                case "PBKDF2-params" -> cursor.eachChild(this::readParameter);
                default -> cursor.skipForeign();
            }
        });
    }

    private void readParameter(String parameter) {
        switch (parameter) {
            case "Salt" -> cursor.eachChild(this::readSalt);
            case "IterationCount" -> iterations = number(parameter);
            case "KeyLength" -> keyLength = number(parameter);
            case "PRF" -> readPseudorandomFunction();
            default -> cursor.skipForeign();
        }
    }

    private void readSalt(String kind) {
        if (!kind.equals("Specified")) {
            throw CONTAINER.refused("has a salt that is not given in it (Salt/%s)".formatted(cursor.localName()));
        }
        salt = Base64Text.read(cursor, "Salt");
    }

    private int number(String parameter) {
        return CONTAINER.number(parameter, cursor.text(LONGEST_NUMBER));
    }

    /** An empty PRF means the default, as in figure 7 of the RFC; python-pskc writes its name as text. */
    private void readPseudorandomFunction() {
        var attribute = cursor.attribute("Algorithm");
        var text = cursor.text(LONGEST_NAME);
        var uri = attribute.isEmpty() ? text : attribute;
        if (!uri.isEmpty()) {
            pseudorandomFunction = MacAlgorithm.find(uri)
                    .orElseThrow(() -> CONTAINER.refused(
                            "derives its key with PRF \"%s\", which is not supported".formatted(uri)));
        }
    }

    private WipedKey derive(TransportKeys keys) {
        if (!method.endsWith("#pbkdf2")) {
            throw CONTAINER.refused("derives its key by \"%s\", not by PBKDF2".formatted(method));
        }
        var derivation = derivation();
        var password = keys.password(name)
                .orElseThrow(() -> EncryptionKeyReader.encrypted(
                        name.isEmpty() ? "password" : "password \"%s\"".formatted(name), Remedy.Opening.PASSWORD));
        try {
            return derivation.derive(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private PasswordDerivation derivation() {
        try {
            return new PasswordDerivation(pseudorandomFunction, salt, iterations, keyLength);
        } catch (IllegalArgumentException e) {
            throw CONTAINER.refused("derives its key by parameters out of bounds: %s".formatted(e.getMessage()));
        }
    }
}
