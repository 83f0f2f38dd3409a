package fobsmith.provisioning;

/** A seed file cannot be imported; nothing of it was. */
public final class ImportException extends RuntimeException {
    ImportException(String message) {
        super(message);
    }

    ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
