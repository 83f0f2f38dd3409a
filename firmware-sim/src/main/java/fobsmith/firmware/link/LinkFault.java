package fobsmith.firmware.link;

import java.util.Arrays;

/**
 * What goes wrong with one exchange: a command and its response, a report and the answers read until the next, a line and all
 * that the console writes about it. The token has done what it was told, but for {@link #RESET}.
 */
public enum LinkFault {
    /** Every bit of the answer is turned over. */
    GARBAGE,
    /** The answer ends half-way. */
    SHORT,
    /** Many more bytes come than belong to the answer: behind it, and before that of a console. */
    OVERSIZED,
    /** The answer to the exchange before comes again in place of this one; the first comes as it is. */
    REPEATED,
    /** The answer never comes. */
    SILENCE,
    /** The answer comes late. */
    DELAY,
    /**
     * The token restarts, without leaving the link, before it has done what it was told. A card answers as it does after a
     * restart; a report is lost; a console greets in place of answering.
     */
    RESET;

    /** Such bytes as come with an answer that is too long. */
    static byte[] surplus(int length) {
        var surplus = new byte[length];
        Arrays.fill(surplus, (byte) 'x');
        return surplus;
    }

    static byte[] turnedOver(byte[] answer) {
        var turned = new byte[answer.length];
        for (int i = 0; i < answer.length; i++) {
            turned[i] = (byte) ~answer[i];
        }
        return turned;
    }
}
