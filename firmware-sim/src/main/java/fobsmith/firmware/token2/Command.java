package fobsmith.firmware.token2;

import java.util.Arrays;

/** A short command APDU: ISO/IEC 7816-4 section 5.1, cases 1 to 4. */
final class Command {
    private static final int HEADER = 4;

    private final byte[] bytes;

    private Command(byte[] bytes) {
        this.bytes = bytes;
    }

    static Command parse(byte[] bytes) {
        Refusal.unless(bytes.length >= HEADER, Refusal.WRONG_LENGTH);
        var command = new Command(bytes);
        int end = HEADER + 1 + command.bodyLength();
        Refusal.unless(
                bytes.length <= HEADER + 1 || bytes.length == end || bytes.length == end + 1, Refusal.WRONG_LENGTH);
        Refusal.unless(bytes.length <= HEADER + 1 || command.bodyLength() > 0, Refusal.WRONG_LENGTH);
        return command;
    }

    int type() {
        return at(0);
    }

    int instruction() {
        return at(1);
    }

    int p1() {
        return at(2);
    }

    int p2() {
        return at(3);
    }

    /** Assumed: 6A86 where P1 is not the instruction's own. */
    Command requireP1(int own) {
        Refusal.unless(p1() == own, Refusal.WRONG_PARAMETERS);
        return this;
    }

    /** The same of both parameters. */
    Command requireParameters(int ownP1, int ownP2) {
        Refusal.unless(p2() == ownP2, Refusal.WRONG_PARAMETERS);
        return requireP1(ownP1);
    }

    private int at(int index) {
        return bytes[index] & 0xff;
    }

    private int bodyLength() {
        return bytes.length > HEADER + 1 ? at(HEADER) : 0;
    }

    byte[] body() {
        int first = Math.min(HEADER + 1, bytes.length);
        return Arrays.copyOfRange(bytes, first, first + bodyLength());
    }

    /** Whether an Le follows the body: case 4. */
    boolean asksForMoreThanItSays() {
        return bytes.length == HEADER + 2 + bodyLength() && bodyLength() > 0;
    }

    /** What the MAC is computed over: class 80 and the length without the MAC, then the body without it. */
    byte[] macInput(int macLength) {
        var input = Arrays.copyOf(bytes, HEADER + 1 + bodyLength() - macLength);
        input[0] = (byte) 0x80;
        input[HEADER] = (byte) (bodyLength() - macLength);
        return input;
    }
}
