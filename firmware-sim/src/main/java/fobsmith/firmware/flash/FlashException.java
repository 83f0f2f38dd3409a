package fobsmith.firmware.flash;

/** A flash image cannot be used, or is none; the message names it. */
public final class FlashException extends RuntimeException {
    FlashException(String message) {
        super(message);
    }

    FlashException(String message, Throwable cause) {
        super(message, cause);
    }
}
