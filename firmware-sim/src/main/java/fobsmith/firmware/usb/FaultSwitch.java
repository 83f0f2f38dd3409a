package fobsmith.firmware.usb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fault strikes the next messages, and how many of them. */
final class FaultSwitch {
    private @Nullable ReaderFault fault;
    private long left;

    void on(ReaderFault wanted, long messages) {
        fault = wanted;
        left = messages;
    }

    void off() {
        left = 0;
    }

    /** What strikes this message. */
    Optional<ReaderFault> next() {
        if (left == 0) {
            return Optional.empty();
        }
        left--;
        return Optional.ofNullable(fault);
    }
}
