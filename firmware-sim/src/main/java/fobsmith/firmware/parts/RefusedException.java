package fobsmith.firmware.parts;

/** A token cannot do what was asked of it; the message says why, in one sentence. */
public final class RefusedException extends RuntimeException {
    public RefusedException(String message) {
        super(message);
    }
}
