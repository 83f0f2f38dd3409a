package fobsmith.devices.flipper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The bytes of a line that is not ended yet, and the cursor, where the next one goes. A column is a byte, since what a shell
 * edits is ASCII. They are wiped when the line grows or they go, since they may be a secret that was echoed.
 */
final class LineBuffer {
    private byte[] bytes = new byte[80];
    private int length;
    private int cursor;

    /** In place of what stands at the cursor. */
    void put(byte b) {
        if (cursor == bytes.length) {
            grow();
        }
        bytes[cursor++] = b;
        length = Math.max(length, cursor);
    }

    private void grow() {
        var longer = Arrays.copyOf(bytes, 2 * length);
        Arrays.fill(bytes, (byte) 0);
        bytes = longer;
    }

    void back(int columns) {
        cursor = Math.max(0, cursor - columns);
    }

    /** To a column, counted from 0, or behind the last byte where there is no such column. */
    void moveTo(int column) {
        cursor = Math.min(column, length);
    }

    /** Erases from the cursor to the end. */
    void eraseBehind() {
        Arrays.fill(bytes, cursor, length, (byte) 0);
        length = cursor;
    }

    /** Leaves blanks from the beginning up to and at the cursor. */
    void blankBefore() {
        Arrays.fill(bytes, 0, Math.min(cursor + 1, length), (byte) ' ');
    }

    boolean isEmpty() {
        return length == 0;
    }

    String text() {
        return new String(bytes, 0, length, UTF_8);
    }

    void wipe() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
        cursor = 0;
    }
}
