package fobsmith.devices;

import fobsmith.oath.OneTimePassword;

/** What one credential of a token said when all were asked for their codes. */
public sealed interface CodeReading {
    /** The credential's whole name, as the token has it; anybody may have chosen it. */
    String credential();

    /** It told its code. */
    record Code(String credential, OneTimePassword code) implements CodeReading {}

    /** It told none. */
    record None(String credential, Reason reason) implements CodeReading {}

    /** Why a credential tells no code when all are asked. */
    enum Reason {
        TOUCH("somebody has to touch the token"),
        COUNTER("it counts: asking would use a code up"),
        UNUSUAL("its codes are not 6 to 8 digits, or its time step is none");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** Half a sentence. */
        public String words() {
            return words;
        }
    }
}
