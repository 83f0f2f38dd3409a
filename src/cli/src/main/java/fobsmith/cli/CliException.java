package fobsmith.cli;

/** A command failed for a reason the user can mend: one sentence, and a hint. */
public final class CliException extends RuntimeException {
    private final String hint;

    /** The hint may be empty. */
    public CliException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
