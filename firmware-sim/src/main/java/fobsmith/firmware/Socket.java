package fobsmith.firmware;

/** Where one token is plugged in, always the same place. Thread-safe. */
interface Socket {
    /** Plugs the token in; one that is plugged in already is pulled out first. */
    void plug();

    /** Pulls the token out, also in the middle of a transfer; nothing happens to one that is not plugged in. */
    void unplug();

    /** Pulls the token out for good: the socket may be another's. */
    default void forget() {
        unplug();
    }

    /** A USB/IP bus id, a port or a path; empty where the token is not plugged in. */
    String place();
}
