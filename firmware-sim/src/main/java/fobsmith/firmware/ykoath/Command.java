package fobsmith.firmware.ykoath;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A command APDU, short or extended: ISO/IEC 7816-4 section 5.1. Its data may hold a key and is wiped when closed. */
final class Command implements AutoCloseable {
    private static final int HEADER = 4;
    private static final int EXTENDED = HEADER + 3;
    private static final int CHAINED = 0x10;
    private static final int NONE = -1;

    private final int header;
    private final byte[] data;
    private final int expected;

    private Command(int header, byte[] data, int expected) {
        this.header = header;
        this.data = data;
        this.expected = expected;
    }

    static Command parse(byte[] apdu) {
        Refusal.unless(apdu.length >= HEADER, Refusal.WRONG_LENGTH);
        if (apdu.length == HEADER) {
            return part(apdu, HEADER, 0, NONE);
        }
        int length = apdu[HEADER] & 0xff;
        if (apdu.length == HEADER + 1) {
            return part(apdu, HEADER, 0, length);
        }
        return length == 0 ? extended(apdu) : withData(apdu, HEADER + 1, length, 1);
    }

    private static Command extended(byte[] apdu) {
        Refusal.unless(apdu.length >= EXTENDED, Refusal.WRONG_LENGTH);
        int length = ByteBuffer.wrap(apdu).getShort(HEADER + 1) & 0xffff;
        if (apdu.length == EXTENDED) {
            return part(apdu, HEADER, 0, length);
        }
        Refusal.unless(length > 0, Refusal.WRONG_LENGTH);
        return withData(apdu, EXTENDED, length, 2);
    }

    private static Command withData(byte[] apdu, int at, int length, int lengthOfLe) {
        int end = at + length;
        if (apdu.length == end) {
            return part(apdu, at, length, NONE);
        }
        Refusal.unless(apdu.length == end + lengthOfLe, Refusal.WRONG_LENGTH);
        int le = 0;
        for (int i = end; i < apdu.length; i++) {
            le = le << Byte.SIZE | (apdu[i] & 0xff);
        }
        return part(apdu, at, length, le);
    }

    private static Command part(byte[] apdu, int at, int length, int expected) {
        return new Command(ByteBuffer.wrap(apdu).getInt(), Arrays.copyOfRange(apdu, at, at + length), expected);
    }

    /** The same with that data, whose bytes it takes over. */
    Command with(byte[] otherData) {
        return new Command(header, otherData, expected);
    }

    int type() {
        return header >>> 24 & ~CHAINED;
    }

    /** Whether the rest of its data comes with further commands. */
    boolean isToBeContinued() {
        return (header >>> 24 & CHAINED) != 0;
    }

    /** Instruction and parameters. */
    int instructionAndParameters() {
        return header & 0xff_ffff;
    }

    int instruction() {
        return header >>> 16 & 0xff;
    }

    int p1() {
        return header >>> 8 & 0xff;
    }

    int p2() {
        return header & 0xff;
    }

    /** P1, then P2. */
    int parameters() {
        return header & 0xffff;
    }

    /** Lent. */
    byte[] data() {
        return data;
    }

    /** How many bytes the host takes, by Le, where it says so; else as many as usual. Zero says nothing. */
    int expected(int usual) {
        return expected > 0 ? Math.min(expected, usual) : usual;
    }

    @Override
    public void close() {
        Arrays.fill(data, (byte) 0);
    }
}
