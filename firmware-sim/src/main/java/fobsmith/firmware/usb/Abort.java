package fobsmith.firmware.usb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An abort comes twice with the same bSeq, over the control pipe and as a message, in either order: CCID 1.10 section 5.3.1.
 * The message is answered once both are here; until then every other message fails.
 */
final class Abort {
    private static final int NONE = -1;

    private int asked = NONE;
    private @Nullable BulkCommand waiting;

    boolean isUnderWay() {
        return asked != NONE || waiting != null;
    }

    /** Asked over the control pipe: gives the message that may be answered now. */
    Optional<BulkCommand> ask(int sequence) {
        asked = sequence;
        return complete();
    }

    /** Asked by message: gives it back where it may be answered now. */
    Optional<BulkCommand> ask(BulkCommand message) {
        waiting = message;
        return complete();
    }

    private Optional<BulkCommand> complete() {
        if (waiting == null || waiting.sequence() != asked) {
            return Optional.empty();
        }
        var message = Optional.of(waiting);
        forget();
        return message;
    }

    void forget() {
        asked = NONE;
        waiting = null;
    }
}
