package fobsmith.firmware.usb;

import java.util.Arrays;

/** What goes wrong between a host and a token that is spoken to in feature reports. */
public enum ReportFault {
    /** A report seems to arrive, and never does. */
    REPORT_LOST(Strikes.REPORTS),
    /** A report is refused with STALL; it never arrives. */
    REPORT_REFUSED(Strikes.REPORTS),
    /** A report is never answered; it never arrives. */
    REPORT_UNANSWERED(Strikes.REPORTS),
    /** Reading the answer is refused with STALL. */
    ANSWER_REFUSED(Strikes.ANSWERS),
    /** The answer never comes. */
    ANSWER_LOST(Strikes.ANSWERS),
    /** The answer that was read last before this report comes again. */
    ANSWER_REPEATED(Strikes.ANSWERS),
    /** The answer has no bytes. */
    ANSWER_EMPTY(Strikes.ANSWERS),
    /** The answer ends after 32 of its 64 bytes. */
    ANSWER_CUT(Strikes.ANSWERS),
    /** The answer has 80 bytes, of which the host gets as many as it has asked for. */
    ANSWER_OVERSIZED(Strikes.ANSWERS),
    /** Every bit of the answer is turned over. */
    ANSWER_GARBLED(Strikes.ANSWERS),
    /** One bit of the last byte is turned over: no checksum fits. */
    ANSWER_MISCHECKED(Strikes.ANSWERS);

    private enum Strikes {
        REPORTS,
        ANSWERS
    }

    private static final int CUT = 32;
    private static final int OVERSIZED = 80;

    private final Strikes strikes;

    ReportFault(Strikes strikes) {
        this.strikes = strikes;
    }

    boolean strikesReports() {
        return strikes == Strikes.REPORTS;
    }

    boolean strikesAnswers() {
        return strikes == Strikes.ANSWERS;
    }

    /** A report meets it; the host notices where it throws. */
    void strike() {
        switch (this) {
            case REPORT_REFUSED -> throw new UsbStall("the report is refused");
            case REPORT_UNANSWERED -> throw new UsbSilence("the report is never answered");
            default -> {
                // lost without a trace
            }
        }
    }

    /** What the host gets in place of this answer, which it takes over. */
    byte[] spoil(byte[] answer, byte[] before) {
        return switch (this) {
            case REPORT_LOST, REPORT_REFUSED, REPORT_UNANSWERED -> answer;
            case ANSWER_REFUSED -> throw new UsbStall("the answer is refused");
            case ANSWER_LOST -> throw new UsbSilence("the answer never comes");
            case ANSWER_REPEATED -> before.clone();
            case ANSWER_EMPTY -> new byte[0];
            case ANSWER_CUT -> Arrays.copyOf(answer, CUT);
            case ANSWER_OVERSIZED -> Arrays.copyOf(answer, OVERSIZED);
            case ANSWER_GARBLED -> turnedOver(answer);
            case ANSWER_MISCHECKED -> {
                answer[answer.length - 1] ^= 1;
                yield answer;
            }
        };
    }

    private static byte[] turnedOver(byte[] answer) {
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (byte) ~answer[i];
        }
        return answer;
    }
}
