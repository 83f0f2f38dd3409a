package fobsmith.firmware.serial;

/** A serial port of the simulator cannot be opened. The message is one sentence for people. */
public final class PortFailure extends RuntimeException {
    PortFailure(String message) {
        super(message);
    }

    PortFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
