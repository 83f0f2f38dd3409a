package fobsmith.devices.ccid;

import fobsmith.devices.DeviceException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The reader's slot: numbered commands, one at a time, and their answers. By CCID 1.10 section 6.1 the answer to a command
 * carries its bSeq, so an answer with another one breaks the standard, but for one case: what a command left behind that
 * nobody waits for any more. Such a leftover can only come before the answers to the first commands of all, after another
 * program ended in mid-exchange, or while a command is aborted; only there it is passed over, whatever it is, and only so
 * many times.
 */
final class CcidSlot {
    private static final int POWER_ON = 0x62;
    private static final int POWER_OFF = 0x63;
    private static final int GET_SLOT_STATUS = 0x65;
    private static final int XFR_BLOCK = 0x6f;
    private static final int ABORT = 0x72;

    private static final int AUTOMATIC = 0;
    private static final int FIVE_VOLTS = 1;

    /** A reader has one command to a slot under way; this leaves room for time extensions before its answer. */
    private static final int MOST_LEFTOVERS = 8;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CcidPipe pipe;
    private final CcidTiming timing;
    private int sequence;

    CcidSlot(CcidPipe pipe, CcidTiming timing) {
        this.pipe = pipe;
        this.timing = timing;
    }

    /**
     * Finds the beginning of our conversation in what the reader says. Asks twice: the leftover of a program that ended in
     * mid-exchange may happen to answer our first number, but then it does not answer the next.
     */
    void synchronise() {
        askStatus();
        askStatus().requireCard();
    }

    private CcidMessage askStatus() {
        int number = nextNumber();
        pipe.send(GET_SLOT_STATUS, number, 0, NOTHING, timing.answer());
        return statusBehindLeftovers(number, timing.answer());
    }

    /** With the voltage that the reader finds right, or 5 V where it leaves that to us: section 6.1.1. */
    void powerOn(boolean choosesVoltage) {
        var answer = command(POWER_ON, choosesVoltage ? AUTOMATIC : FIVE_VOLTS, NOTHING);
        if (choosesVoltage && answer.failedWith(CcidError.BAD_VOLTAGE)) {
            answer = command(POWER_ON, FIVE_VOLTS, NOTHING);
        }
        answer.requireDone();
    }

    /** Section 6.1.2. */
    void powerOff() {
        int number = nextNumber();
        pipe.send(POWER_OFF, number, 0, NOTHING, timing.parting());
        answer(number, CcidMessage.SLOT_STATUS, timing.parting());
    }

    /** A block to the card, a block back: section 6.1.4. */
    CcidMessage exchange(int levelParameter, ByteBuffer block) {
        return command(XFR_BLOCK, levelParameter << 8, block).requireDone();
    }

    private int nextNumber() {
        sequence = (sequence + 1) & 0xff;
        return sequence;
    }

    private CcidMessage command(int type, int parameters, ByteBuffer data) {
        int number = nextNumber();
        pipe.send(type, number, parameters, data, timing.answer());
        try {
            return dataBlock(number);
        } catch (DeviceException.LinkLost e) {
            abort(number);
            throw e;
        }
    }

    private CcidMessage dataBlock(int number) {
        return answer(number, CcidMessage.DATA_BLOCK, timing.answer());
    }

    /** Grants the time extensions that come before it: section 6.2.6. */
    private CcidMessage answer(int number, int type, Duration timeout) {
        var left = timing.total();
        var answer = pipe.receive(timeout);
        while (requireAnswerTo(number, type, answer).wantsTime()) {
            var wait = timing.extension().multipliedBy(Math.max(1, answer.error()));
            left = left.minus(wait);
            if (left.isNegative()) {
                throw new DeviceException.LinkLost("the reader wants more than %d s for one command"
                        .formatted(timing.total().toSeconds()));
            }
            answer = pipe.receive(wait);
        }
        return answer;
    }

    private CcidMessage statusBehindLeftovers(int number, Duration timeout) {
        for (int i = 0; i <= MOST_LEFTOVERS; i++) {
            var answer = pipe.receive(timeout);
            if (isOf(CcidMessage.SLOT_STATUS, answer) && answer.sequence() == number && !answer.wantsTime()) {
                return answer;
            }
        }
        throw new DeviceException.Malformed("the reader answers what it was not asked");
    }

    private static boolean isOf(int type, CcidMessage answer) {
        return answer.type() == type && answer.slot() == CcidPipe.SLOT;
    }

    private static CcidMessage requireAnswerTo(int number, int type, CcidMessage answer) {
        if (answer.sequence() != number) {
            throw new DeviceException.Malformed(
                    "the reader answers command %d when asked %d".formatted(answer.sequence(), number));
        }
        if (!isOf(type, answer)) {
            throw new DeviceException.Malformed("the reader answers with message %02x of slot %d where %02x was due"
                    .formatted(answer.type(), answer.slot(), type));
        }
        return answer;
    }

    /**
     * Section 5.3.1: by both pipes with the number of what is aborted, so that the reader is ready for whoever opens it next.
     * Where the link is gone altogether this fails at once, and nothing is lost by that.
     */
    private void abort(int number) {
        try {
            pipe.abort(number, timing.parting());
            pipe.send(ABORT, number, 0, NOTHING, timing.parting());
            statusBehindLeftovers(number, timing.parting());
        } catch (DeviceException _) {
            // The exchange has failed already, and that is what is told.
        }
    }
}
