package fobsmith.firmware;

/** No simulated token has this serial. */
public final class UnknownTokenException extends RuntimeException {
    UnknownTokenException(String serial) {
        super("no token with serial %s is simulated".formatted(serial));
    }
}
