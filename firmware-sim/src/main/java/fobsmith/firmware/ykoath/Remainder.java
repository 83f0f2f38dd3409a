package fobsmith.firmware.ykoath;

import java.util.Arrays;

/** Response chaining: what of an answer has not been fetched yet. In RAM. */
final class Remainder {
    private static final int MORE = 0x6100;
    private static final int MOST_TOLD = 0xff;

    private byte[] rest = {};

    void forget() {
        rest = new byte[0];
    }

    byte[] first(byte[] answer, int limit) {
        rest = answer;
        return piece(limit);
    }

    /** Assumed: 6985 where nothing is left. */
    byte[] next(int limit) {
        Refusal.unless(rest.length > 0, Refusal.CONDITIONS);
        return piece(limit);
    }

    private byte[] piece(int limit) {
        int length = Math.min(rest.length, limit);
        var piece = Arrays.copyOf(rest, length);
        rest = Arrays.copyOfRange(rest, length, rest.length);
        return rest.length == 0 ? Response.done(piece) : Response.of(piece, MORE | Math.min(rest.length, MOST_TOLD));
    }
}
