package fobsmith.seedfiles;

import fobsmith.seedfiles.internal.RsaCipher;
import java.util.Optional;

/** An encrypted value as it stands in the file (XML Encryption 1.1 section 3.4, EncryptedData). */
final class EncryptedValue {
    private final XmlCursor cursor;
    private String algorithm = "";
    private String digest = "";
    private String mask = "";
    private byte[] label = new byte[0];
    private byte[] bytes = new byte[0];

    private EncryptedValue(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the element that the cursor stands at: an EncryptedValue or a MACKey. */
    static EncryptedValue read(XmlCursor cursor) {
        var value = new EncryptedValue(cursor);
        cursor.eachChild(name -> {
            switch (name) {
                case "EncryptionMethod" -> value.readMethod();
                case "CipherData" -> cursor.eachChild(value::readCipherData);
                case "KeyInfo", "EncryptionProperties" -> cursor.skip();
                default -> cursor.skipForeign();
            }
        });
        if (value.bytes.length == 0) {
            throw cursor.malformed("an encrypted value is empty (CipherData/CipherValue)");
        }
        return value;
    }

    private void readMethod() {
        algorithm = cursor.attribute("Algorithm");
        cursor.eachChild(name -> {
            switch (name) {
                case "DigestMethod" -> digest = algorithmOfEmptyElement();
                case "MGF" -> mask = algorithmOfEmptyElement();
                case "OAEPparams" -> label = Base64Text.read(cursor, "OAEPparams");
                case "KeySize" -> cursor.skip();
                default -> cursor.skipForeign();
            }
        });
    }

    private String algorithmOfEmptyElement() {
        var uri = cursor.attribute("Algorithm");
        cursor.skip();
        return uri;
    }

    private void readCipherData(String name) {
        switch (name) {
            case "CipherValue" -> bytes = Base64Text.read(cursor, "CipherValue");
            case "CipherReference" ->
                throw new SeedFileException.Refused(
                        "line %d refers to an encrypted value outside the file (CipherReference), which a seed file may not"
                                .formatted(cursor.line()));
            default -> cursor.skipForeign();
        }
    }

    String algorithm() {
        return algorithm;
    }

    /** How RSA reads this value, unless that is unknown. */
    Optional<RsaCipher> rsa() {
        return RsaCipher.find(algorithm, digest, mask, label);
    }

    byte[] bytes() {
        return bytes;
    }
}
