package fobsmith.seedfiles;

import fobsmith.oath.Base32;
import java.util.Arrays;

/** The seed of a line, in hexadecimal or base32. What it makes, the receiver wipes; no message repeats the text. */
final class SeedText {
    private SeedText() {}

    static boolean isHexadecimal(SeedLine text) {
        for (int at = 0; at < text.length(); at++) {
            if (digit(text.at(at)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static byte[] hexadecimal(Subject subject, SeedLine text) {
        if (text.isEmpty()) {
            throw subject.refused("comes without a secret");
        }
        if (!isHexadecimal(text)) {
            throw subject.malformed("has a secret that is not hexadecimal");
        }
        if (text.length() % 2 != 0) {
            throw subject.malformed("has a secret of %d hexadecimal digits, an odd number".formatted(text.length()));
        }
        var bytes = new byte[text.length() / 2];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (digit(text.at(2 * at)) << 4 | digit(text.at(2 * at + 1)));
        }
        return bytes;
    }

    private static int digit(byte character) {
        return character < 0 ? -1 : Character.digit((char) character, 16);
    }

    static byte[] base32(Subject subject, SeedLine text) {
        if (text.isEmpty()) {
            throw subject.refused("comes without a secret");
        }
        var ascii = text.bytes();
        try {
            return Base32.decode(ascii);
        } catch (IllegalArgumentException e) {
            // Base32 speaks without repeating what it read.
            throw subject.malformed("has a secret that is not base32: %s".formatted(e.getMessage()));
        } finally {
            Arrays.fill(ascii, (byte) 0);
        }
    }
}
