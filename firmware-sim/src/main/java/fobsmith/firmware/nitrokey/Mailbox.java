package fobsmith.firmware.nitrokey;

import fobsmith.firmware.usb.FeatureReports;
import java.time.Instant;

/**
 * Where the host reads answers. As long as one is not ready, the one before it is read, and its first byte says how far the
 * firmware is. Guarded by its token.
 */
final class Mailbox {
    private static final byte READY = 0;
    private static final byte BUSY = 1;
    private static final byte RECEIVED = 3;

    private byte[] ready = new byte[FeatureReports.LENGTH];
    private byte[] coming = ready;
    private boolean waiting;
    private Pace pace = Pace.AT_ONCE;
    private Pace paceOfComing = pace;
    private int reads;
    private Instant since = Instant.MIN;

    /** From the next answer on. */
    void pace(Pace other) {
        pace = other;
    }

    /** Whether an answer is not ready yet: no report is taken meanwhile. */
    boolean isWaiting(Instant now) {
        if (waiting && isDue(now)) {
            ready = coming;
            waiting = false;
        }
        return waiting;
    }

    private boolean isDue(Instant now) {
        return switch (paceOfComing) {
            case Pace.Reads(int times) -> reads >= times;
            case Pace.Time(var time) -> !now.isBefore(since.plus(time));
        };
    }

    void put(byte[] answer, Instant now) {
        coming = answer;
        waiting = true;
        paceOfComing = pace;
        reads = 0;
        since = now;
    }

    byte[] read(Instant now) {
        byte status = status(now);
        var read = ready.clone();
        read[0] = status;
        return read;
    }

    private byte status(Instant now) {
        if (!isWaiting(now)) {
            return READY;
        }
        return reads++ == 0 ? RECEIVED : BUSY;
    }

    void forget() {
        ready = new byte[FeatureReports.LENGTH];
        waiting = false;
    }
}
