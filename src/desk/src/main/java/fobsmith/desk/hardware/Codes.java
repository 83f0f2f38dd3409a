package fobsmith.desk.hardware;

import fobsmith.registry.Token;

/** What came of two codes of the token in hand. */
sealed interface Codes {

    /** It is the person's. */
    record Enabled(Token token) implements Codes {}

    /** It is the person's, but the codes were old: it has to be resynchronised. */
    record OutOfSync(Token token) implements Codes {}

    /**
     * It is nobody's yet.
     *
     * @param mayBeAnothers whether the codes may be those of another token
     */
    record Refused(Said why, boolean mayBeAnothers) implements Codes {}
}
