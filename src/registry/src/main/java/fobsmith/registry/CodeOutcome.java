package fobsmith.registry;

import fobsmith.oath.Verification;

/** What came of codes that somebody typed. Stored before it is told. */
public sealed interface CodeOutcome {

    /** Right, consumed, and the deed is done. */
    record Accepted(Token token, Verification.Accepted verification) implements CodeOutcome {}

    /** Not taken; callers over the network learn no more than that. */
    record Refused(Reason reason) implements CodeOutcome {}

    /** Why, for operators at the console. */
    enum Reason {
        /** No step in reach has this code, or this pair in this order. */
        WRONG("the codes do not match this token"),
        /** The code was used before, or is older than one that was. */
        CONSUMED("a code was already used, or is older than one that was"),
        /** Too many wrong codes: none is looked at for a while. */
        PAUSED("too many wrong codes; this token pauses"),
        /** The registry was restored from a backup; two codes must show first how the device stands. */
        UNCONFIRMED("the registry was restored from a backup; resynchronise the device first"),
        /** Somebody else changed the token or used the code in the same moment. */
        OVERTAKEN("the token was changed or its code used in the same moment");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
