package fobsmith.firmware.flipper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * What goes wrong between a host and the console, exchange by exchange: an exchange ends with the key to which the host waits
 * for an answer, mostly enter. The command is carried out unless the fault says otherwise.
 */
public enum TerminalFault {
    /** Nothing of the exchange reaches the device, and nothing comes back, no echo either. */
    SILENCE,
    /** The answer never comes, nor does the prompt. */
    ANSWER_LOST,
    /** What is typed is not echoed; the answer comes. */
    NO_ECHO,
    /** Bytes that are no text come before the answer, and in the middle of it. */
    GARBAGE,
    /** The answer ends half-way, and the prompt never comes. */
    CUT_ANSWER,
    /** The answer comes twice. */
    ANSWER_TWICE,
    /** 64 KiB in a single line come before the answer. */
    OVERSIZED,
    /** Lines of the device's log come before the answer, and in the middle of it. Assumed in their form. */
    LOG_LINES,
    /** Every byte comes by itself. */
    BYTE_BY_BYTE,
    /** The device restarts and greets, without leaving the wire; the exchange is not carried out, the application closed. */
    RESTART,
    /** The device restarts and leaves the wire; the exchange is not carried out, the application closed. */
    POWER_LOSS;

    private static final byte[] NOISE = {(byte) 0xff, 0x00, (byte) 0xc3, 0x1b, 0x5b, (byte) 0x80, 0x07};
    private static final byte[] LOG = "\r\n81942 [I][Bt] Battery level changed\r\n".getBytes(US_ASCII);
    private static final int LONG = 65_536;

    /** What is sent in place of this answer. */
    byte[] spoil(byte[] answer) {
        int half = answer.length / 2;
        return switch (this) {
            case SILENCE, ANSWER_LOST -> new byte[0];
            case NO_ECHO, BYTE_BY_BYTE, RESTART, POWER_LOSS -> answer;
            case GARBAGE ->
                joined(NOISE, Arrays.copyOf(answer, half), NOISE, Arrays.copyOfRange(answer, half, answer.length));
            case CUT_ANSWER -> Arrays.copyOf(answer, half);
            case ANSWER_TWICE -> joined(answer, answer);
            case OVERSIZED -> joined("x".repeat(LONG).getBytes(US_ASCII), answer);
            case LOG_LINES -> withLog(answer);
        };
    }

    /** A line of the log does not come in the middle of another line. */
    private static byte[] withLog(byte[] answer) {
        int end = 0;
        while (end < answer.length && (end == 0 || answer[end - 1] != '\n')) {
            end++;
        }
        return joined(LOG, Arrays.copyOf(answer, end), LOG, Arrays.copyOfRange(answer, end, answer.length));
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var whole = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
