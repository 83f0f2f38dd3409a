package fobsmith.desk.person;

import fobsmith.registry.Token;

/** What has just become root's, and how its clock stands. */
record Given(Token token, Clock clock) {

    /** How far the codes that the token shows are those that are expected. */
    enum Clock {
        IN_STEP,
        /** They are, but the clock is further off than its age explains. */
        STRAYED,
        /** Its codes were typed late, and none has mended that since. */
        OUT_OF_STEP
    }
}
