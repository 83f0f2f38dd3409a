package fobsmith.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may sit at the desk. Asked away from the screen's thread. */
@FunctionalInterface
public interface Door {
    /**
     * Lets somebody in, or not.
     *
     * @param passphrase stays the caller's, who wipes it
     * @param code of the operator's own device; empty where none has been asked for yet
     */
    Entry knock(String user, char[] passphrase, String code);

    /** What comes of it. */
    sealed interface Entry {
        /** The operator is let in. */
        record In(Shift shift) implements Entry {}

        /** Right so far; this operator also shows a code. */
        record CodeWanted() implements Entry {}

        /** Something of it is wrong; what, is not said. */
        record Wrong() implements Entry {}

        /** Too many wrong ones in a row. */
        record Paused(@Nullable Instant until) implements Entry {}

        /** This operator has no passphrase for the desk yet. */
        record NoPassphrase() implements Entry {}
    }
}
