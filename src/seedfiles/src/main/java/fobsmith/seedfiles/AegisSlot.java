package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.ContentCipher;
import fobsmith.seedfiles.internal.ScryptDerivation;
import fobsmith.seedfiles.internal.WipedKey;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** One slot of Aegis's header: the master key under AES-256-GCM, by scrypt of a password where the slot is of that type. */
final class AegisSlot {
    private static final String PASSWORD = "1";
    private static final Subject SLOT = new Subject("a slot of the export");
    private static final int LONGEST_TEXT = 256;

    private final GcmParameters parameters = new GcmParameters();
    private String type = "";
    private byte[] sealedKey = new byte[0];
    private byte[] salt = new byte[0];
    private int n;
    private int r;
    private int p;

    void readField(String name, JsonCursor cursor) {
        switch (name) {
            case "type" -> type = cursor.text(name, LONGEST_TEXT);
            case "key" -> sealedKey = GcmParameters.hexadecimal(name, cursor);
            case "salt" ->
                salt = cursor.text(name, LONGEST_TEXT).isEmpty() ? salt : GcmParameters.hexadecimal(name, cursor);
            case "n" -> n = number(name, cursor, n);
            case "r" -> r = number(name, cursor, r);
            case "p" -> p = number(name, cursor, p);
            case "key_params" -> {
                if (cursor.atObject()) {
                    cursor.eachField(field -> parameters.readField(field, cursor));
                }
            }
            default -> {}
        }
    }

    private static int number(String name, JsonCursor cursor, int otherwise) {
        var text = cursor.text(name, LONGEST_TEXT);
        return text.isEmpty() ? otherwise : SLOT.number(name, text);
    }

    boolean isOfPassword() {
        return type.equals(PASSWORD);
    }

    /** The master key, if the password opens this slot. */
    Optional<WipedKey> open(char[] password) {
        try (var key = derivation().derive(password)) {
            return Optional.of(WipedKey.adopt(ContentCipher.AES256_GCM.decrypt(key, parameters.sealed(sealedKey))));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private ScryptDerivation derivation() {
        try {
            return new ScryptDerivation(salt, n, r, p);
        } catch (IllegalArgumentException e) {
            throw SLOT.refused("derives its key by parameters out of bounds: %s".formatted(e.getMessage()));
        }
    }
}
