package fobsmith.firmware.token2;

import java.util.Arrays;

/** A command as the single-profile firmware reads it: four bytes, Lc, data; whatever comes behind them it ignores. */
final class SingleCommand {
    private static final int HEADER = 4;
    private static final int DATA = 5;

    private final byte[] bytes;

    private SingleCommand(byte[] bytes) {
        this.bytes = bytes;
    }

    static SingleCommand parse(byte[] bytes) {
        Refusal.unless(bytes.length >= HEADER, Refusal.WRONG_LENGTH);
        var command = new SingleCommand(bytes);
        Refusal.unless(bytes.length == HEADER || bytes.length >= DATA + command.length(), Refusal.WRONG_LENGTH);
        return command;
    }

    private int length() {
        return bytes.length > HEADER ? bytes[HEADER] & 0xff : 0;
    }

    int type() {
        return bytes[0] & 0xff;
    }

    int instruction() {
        return bytes[1] & 0xff;
    }

    int p1() {
        return bytes[2] & 0xff;
    }

    byte[] data() {
        int first = Math.min(DATA, bytes.length);
        return Arrays.copyOfRange(bytes, first, first + length());
    }

    /** Class 80, the header, the body's length without the MAC, and so much of the body. */
    byte[] macInput(int bodyLength) {
        var input = Arrays.copyOf(bytes, DATA + bodyLength);
        input[0] = (byte) 0x80;
        input[HEADER] = (byte) bodyLength;
        return input;
    }
}
