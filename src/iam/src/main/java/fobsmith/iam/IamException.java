package fobsmith.iam;

/** A request is refused; the message is the text that AWS's clients get to see. */
public final class IamException extends RuntimeException {
    private final IamError error;

    public IamException(IamError error, String message) {
        super(message);
        this.error = error;
    }

    public IamError error() {
        return error;
    }

    /** The message, which is never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
