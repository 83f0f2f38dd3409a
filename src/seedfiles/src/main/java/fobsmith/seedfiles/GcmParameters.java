package fobsmith.seedfiles;

import java.util.HexFormat;

/** Nonce and tag of an encrypted value, where an export keeps them apart from it, in hexadecimal. */
final class GcmParameters {
    private static final int LONGEST_TEXT = 256;

    private byte[] nonce = new byte[0];
    private byte[] tag = new byte[0];

    void readField(String name, JsonCursor cursor) {
        switch (name) {
            case "nonce" -> nonce = hexadecimal(name, cursor);
            case "tag" -> tag = hexadecimal(name, cursor);
            default -> {}
        }
    }

    static byte[] hexadecimal(String name, JsonCursor cursor) {
        try {
            return HexFormat.of().parseHex(cursor.text(name, LONGEST_TEXT));
        } catch (IllegalArgumentException _) {
            throw cursor.malformed("%s is not hexadecimal".formatted(name));
        }
    }

    /** Nonce, value and tag in one, as XML Encryption has them and the cipher takes them. */
    byte[] sealed(byte[] value) {
        var whole = new byte[nonce.length + value.length + tag.length];
        System.arraycopy(nonce, 0, whole, 0, nonce.length);
        System.arraycopy(value, 0, whole, nonce.length, value.length);
        System.arraycopy(tag, 0, whole, nonce.length + value.length, tag.length);
        return whole;
    }
}
