package fobsmith.devices.flipper;

/**
 * A line of the shell's, as a person would see it.
 *
 * @param verdict what its colour says
 */
record Line(String text, Verdict verdict) {
    /** The Authenticator says by the colour of its last line what came of a command. */
    enum Verdict {
        NONE,
        /** Red. */
        ERROR,
        /** Yellow. */
        WARNING,
        /** Green. */
        SUCCESS,
        /** Cyan. */
        INFO;

        /** By the number of a colour in Select Graphic Rendition: ECMA-48 section 8.3.117, and its bright colours. */
        static Verdict of(int colour) {
            return switch (colour) {
                case 91 -> ERROR;
                case 92 -> SUCCESS;
                case 93 -> WARNING;
                case 96 -> INFO;
                default -> NONE;
            };
        }
    }
}
