package fobsmith.firmware;

/** Base32 of RFC 4648 section 6 as seeds are written: upper or lower case, with or without padding and blanks. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** ASCII text of the bytes, without padding; the caller wipes it. */
    static byte[] encode(byte[] bytes) {
        var text = new byte[(bytes.length * 8 + 4) / 5];
        for (int bit = 0; bit < text.length * 5; bit++) {
            int source = bit / 8 < bytes.length ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0;
            text[bit / 5] = (byte) (text[bit / 5] << 1 | source);
        }
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ALPHABET.charAt(text[i]);
        }
        return text;
    }

    /** Bytes of the ASCII text; the caller wipes both. The message of a refusal never repeats the text. */
    static byte[] decode(byte[] text) {
        int characters = 0;
        for (byte character : text) {
            if (!isFiller(character)) {
                requireDigit(character);
                characters++;
            }
        }
        if (characters * 5 % 8 >= 5) {
            throw new IllegalArgumentException("a seed of %d base32 characters is cut off".formatted(characters));
        }
        return pack(text, new byte[characters * 5 / 8]);
    }

    private static byte[] pack(byte[] text, byte[] bytes) {
        int bit = 0;
        for (byte character : text) {
            if (isFiller(character)) {
                continue;
            }
            int value = value(character);
            for (int shift = 4; shift >= 0; shift--, bit++) {
                if (bit < bytes.length * 8) {
                    bytes[bit / 8] |= (byte) ((value >> shift & 1) << (7 - bit % 8));
                }
            }
        }
        return bytes;
    }

    private static boolean isFiller(byte character) {
        return character == ' ' || character == '-' || character == '=';
    }

    private static void requireDigit(byte character) {
        if (value(character) < 0) {
            throw new IllegalArgumentException("the seed is not base32 (A to Z, 2 to 7)");
        }
    }

    private static int value(byte character) {
        return ALPHABET.indexOf(Character.toUpperCase((char) character));
    }
}
