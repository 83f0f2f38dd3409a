package fobsmith.desk.hardware;

import fobsmith.registry.SerialNumber;

/** What can be done with the token that was picked. */
public sealed interface Pick {

    /** Two codes, and it is the person's. */
    record Ready(SerialNumber serial) implements Pick {}

    /**
     * It is given a seed first.
     *
     * @param overwriting whether the seed it carries was that of somebody who gave it back
     */
    record Fresh(String serial, boolean overwriting) implements Pick {}

    /** Not this one. */
    record Refused(Said why) implements Pick {}
}
