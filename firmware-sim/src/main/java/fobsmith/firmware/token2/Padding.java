package fobsmith.firmware.token2;

import java.util.Arrays;

/** A byte 80, then zeros up to the block's boundary: ISO/IEC 9797-1 padding method 2. */
final class Padding {
    private static final byte MARK = (byte) 0x80;

    private Padding() {}

    static byte[] add(byte[] bytes) {
        var padded = Arrays.copyOf(bytes, (bytes.length / Sm4.BLOCK + 1) * Sm4.BLOCK);
        padded[bytes.length] = MARK;
        return padded;
    }

    /** What was padded. The caller wipes both. */
    static byte[] strip(byte[] padded) {
        int mark = mark(padded);
        Refusal.unless(mark >= 0, Refusal.WRONG_DATA);
        return Arrays.copyOf(padded, mark);
    }

    static boolean isIn(byte[] padded) {
        return mark(padded) >= 0;
    }

    /** Where the padding begins in the last block; -1 where there is none. */
    private static int mark(byte[] padded) {
        int at = padded.length - 1;
        while (at >= 0 && padded[at] == 0) {
            at--;
        }
        return at >= padded.length - Sm4.BLOCK && at >= 0 && padded[at] == MARK ? at : -1;
    }
}
