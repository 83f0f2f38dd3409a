package fobsmith.provisioning;

/** A seed file cannot be imported; nothing of it was. */
public final class ImportException extends RuntimeException {
    private final Fault fault;

    /** What stands in the way. All but the first are of one key, without which the rest of the file could be imported. */
    public enum Fault {
        /** The file itself, or how it was named. */
        FILE,
        /** A serial number that no registry takes, or a key that is not valid now. */
        KEY,
        /** A serial number that is too short, as a prefix would mend. */
        SHORT_SERIAL,
        /** A serial number that came before. */
        REPEATED_SERIAL,
        /** An account that came before, and stands for the serial number. */
        REPEATED_ACCOUNT
    }

    /** Of the file. */
    ImportException(String message) {
        this(Fault.FILE, message);
    }

    ImportException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** Of the file. */
    ImportException(String message, Throwable cause) {
        super(message, cause);
        fault = Fault.FILE;
    }

    ImportException(Fault fault, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
