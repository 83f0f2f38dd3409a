package fobsmith.oath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base32 of RFC 4648 section 6, over byte arrays so that a secret need not become a String. Written without padding; read
 * with or without it, in either case, with blanks and dashes between groups as people and apps write them.
 */
public final class Base32 {
    private static final byte[] ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".getBytes(StandardCharsets.US_ASCII);

    private Base32() {}

    /** ASCII text of the bytes; the caller wipes it where it is a secret. */
    public static byte[] encode(byte[] bytes) {
        var text = new byte[(bytes.length * 8 + 4) / 5];
        for (int i = 0; i < text.length; i++) {
            text[i] = ALPHABET[fiveBitsAt(bytes, i * 5)];
        }
        return text;
    }

    private static int fiveBitsAt(byte[] bytes, int bit) {
        int first = bytes[bit / 8] & 0xff;
        int second = bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0;
        return ((first << 8 | second) >> (11 - bit % 8)) & 0x1f;
    }

    /**
     * Bytes of the ASCII text; the caller wipes both.
     *
     * @throws IllegalArgumentException on a character that is not base32 (0, 1 and 8 are typing errors) or an impossible
     *     length; the message never repeats the text
     */
    public static byte[] decode(byte[] text) {
        var digits = significant(text);
        try {
            requirePossible(digits.length);
            return pack(digits);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    private static byte[] pack(byte[] digits) {
        var bytes = new byte[digits.length * 5 / 8];
        long bits = 0;
        int held = 0;
        int at = 0;
        for (byte digit : digits) {
            bits = (bits << 5 | value(digit)) & 0xffff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        return bytes;
    }

    private static byte[] significant(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == '=') {
            end--;
        }
        var digits = new byte[end];
        int length = 0;
        for (int i = 0; i < end; i++) {
            if (text[i] != ' ' && text[i] != '-') {
                digits[length++] = text[i];
            }
        }
        var exact = Arrays.copyOf(digits, length);
        Arrays.fill(digits, (byte) 0);
        return exact;
    }

    private static void requirePossible(int length) {
        int rest = length % 8;
        if (rest == 1 || rest == 3 || rest == 6) {
            throw new IllegalArgumentException("%d base32 characters do not make whole bytes".formatted(length));
        }
    }

    private static int value(byte digit) {
        if (digit >= 'A' && digit <= 'Z') {
            return digit - 'A';
        }
        if (digit >= 'a' && digit <= 'z') {
            return digit - 'a';
        }
        if (digit >= '2' && digit <= '7') {
            return digit - '2' + 26;
        }
        throw new IllegalArgumentException("a character is not base32 (A to Z, 2 to 7)");
    }
}
