package fobsmith.fuzz;

import fobsmith.devices.DeviceException;
import java.util.Arrays;

/** What a token answers: the fuzzer's bytes in pieces, each with its length in front; then it is gone. */
public final class Answers {
    private final byte[] bytes;
    private int position;

    public Answers(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next answer, of at most this many bytes. */
    public byte[] next(int most) {
        if (position >= bytes.length) {
            throw new DeviceException.LinkLost("the token was pulled out");
        }
        int length = Math.min(bytes[position++] & 0xff, most);
        int end = Math.min(bytes.length, position + length);
        var answer = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return answer;
    }

    /** The next answer with success behind it, as most of a card's answers end. */
    public byte[] nextOfCard() {
        var answer = next(255);
        if (answer.length > 0 && answer[answer.length - 1] == 0) {
            var good = Arrays.copyOf(answer, answer.length + 1);
            good[answer.length - 1] = (byte) 0x90;
            good[answer.length] = 0;
            return good;
        }
        return answer;
    }
}
