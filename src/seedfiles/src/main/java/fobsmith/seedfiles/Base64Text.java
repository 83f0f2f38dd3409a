package fobsmith.seedfiles;

/** Reads an element's base64 that is no secret as it stands: an encrypted value, a MAC, a salt, a certificate. */
final class Base64Text {
    /** Room for an RSA block or a certificate of 16384 bits. */
    private static final int LONGEST = 8192;

    private Base64Text() {}

    static byte[] read(XmlCursor cursor, String what) {
        try (var text = new SecretText(new byte[LONGEST])) {
            cursor.secret(text);
            return text.decode().orElseThrow(() -> cursor.malformed("%s is not base64".formatted(what)));
        }
    }
}
