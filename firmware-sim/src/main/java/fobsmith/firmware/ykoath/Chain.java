package fobsmith.firmware.ykoath;

import java.util.Arrays;
import java.util.Optional;

/** Command chaining, ISO/IEC 7816-4 section 5.1.1: data too long for one command comes with several. In RAM. */
final class Chain {
    /** Assumed. */
    private static final int LONGEST = 3072;

    private byte[] begun = {};
    private int of;

    void forget() {
        Arrays.fill(begun, (byte) 0);
        begun = new byte[0];
    }

    /** The whole command, once its last piece is there. A piece of another command begins anew. Takes the command over. */
    Optional<Command> admit(Command piece) {
        if (piece.instructionAndParameters() != of) {
            forget();
        }
        of = piece.instructionAndParameters();
        if (begun.length == 0 && !piece.isToBeContinued()) {
            return Optional.of(piece);
        }
        append(piece);
        if (piece.isToBeContinued()) {
            return Optional.empty();
        }
        var whole = piece.with(begun);
        begun = new byte[0];
        return Optional.of(whole);
    }

    private void append(Command piece) {
        try (piece) {
            var data = piece.data();
            if (begun.length + data.length > LONGEST) {
                forget();
                throw new Refusal(Refusal.WRONG_LENGTH);
            }
            var longer = Arrays.copyOf(begun, begun.length + data.length);
            System.arraycopy(data, 0, longer, begun.length, data.length);
            forget();
            begun = longer;
        }
    }
}
