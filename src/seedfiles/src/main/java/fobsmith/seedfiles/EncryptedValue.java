package fobsmith.seedfiles;

/** An encrypted value as it stands in the file (XML Encryption 1.1 section 3.4, EncryptedData). */
final class EncryptedValue {
    private final XmlCursor cursor;
    private String algorithm = "";
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
        cursor.skip();
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

    byte[] bytes() {
        return bytes;
    }
}
