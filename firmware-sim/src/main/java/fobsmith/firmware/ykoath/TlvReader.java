package fobsmith.firmware.ykoath;

import java.util.Arrays;

/** Reads tag, length, value in the order that a command has them. Whatever is not as it should be is refused with 6A80. */
final class TlvReader {
    private static final int ONE_BYTE = 0x7f;
    private static final int LENGTH_OF_ONE_BYTE = 0x81;
    private static final int LENGTH_OF_TWO_BYTES = 0x82;

    private final byte[] data;
    private int at;

    TlvReader(byte[] data) {
        this.data = data;
    }

    boolean isAt(Tag tag) {
        return at < data.length && (data[at] & 0xff) == tag.code();
    }

    int left() {
        return data.length - at;
    }

    /** A copy of the value of this tag, which must be the next. */
    byte[] next(Tag tag) {
        requireTag(tag);
        int length = length();
        Refusal.unless(length <= left(), Refusal.WRONG_DATA);
        at += length;
        return Arrays.copyOfRange(data, at - length, at);
    }

    /** The same, of just so many bytes. */
    byte[] next(Tag tag, int length) {
        var value = next(tag);
        Refusal.unless(value.length == length, Refusal.WRONG_DATA);
        return value;
    }

    /** This tag, which must be the next, and the byte behind it. */
    int nextBare(Tag tag) {
        requireTag(tag);
        return nextByte();
    }

    private void requireTag(Tag tag) {
        Refusal.unless(isAt(tag), Refusal.WRONG_DATA);
        at++;
    }

    private int length() {
        int first = nextByte();
        if (first <= ONE_BYTE) {
            return first;
        }
        return switch (first) {
            case LENGTH_OF_ONE_BYTE -> nextByte();
            case LENGTH_OF_TWO_BYTES -> nextByte() << Byte.SIZE | nextByte();
            default -> throw new Refusal(Refusal.WRONG_DATA);
        };
    }

    private int nextByte() {
        Refusal.unless(at < data.length, Refusal.WRONG_DATA);
        return data[at++] & 0xff;
    }

    void requireEnd() {
        Refusal.unless(at == data.length, Refusal.WRONG_DATA);
    }
}
