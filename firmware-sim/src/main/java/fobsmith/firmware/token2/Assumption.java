package fobsmith.firmware.token2;

/**
 * What the published protocol of the Molto2 does not say, so that a twin has to choose. Each of them holds or does not; see
 * {@link Molto2Assumptions#USUAL} for which do unless switched.
 */
public enum Assumption {
    /** Assumed, as the single-profile tokens do: CONFIG deletes the profile's seed, so that it has to come before SEED. */
    CONFIG_WIPES_SEED,
    /** Assumed not: setting the time alone deletes the profile's seed too. */
    TIME_WIPES_SEED,
    /** Assumed not: every profile keeps the time it was set to, whatever others are set to; info shows the last. */
    CLOCK_PER_PROFILE,
    /** Assumed: SEED onto a profile that carries a seed replaces it; else it is refused with 6985. */
    SEED_OVERWRITES,
    /** Assumed: deleting where there is no seed is refused with 6A83; else it is done, with 9000. */
    DELETE_NEEDS_SEED,
    /** Assumed not: deleting a seed takes title and configuration with it. */
    DELETE_FORGETS_TITLE,
    /** Assumed: a right answer to a challenge gives back all tries; else only its own. */
    SUCCESS_RESTORES_TRIES,
    /** Assumed not, as hardware was seen to do: tries left are told as 63CN, 15 at most; else as 63NN. */
    TRIES_IN_LOW_HALF,
    /** Assumed not: a wrong MAC ends the authentication. */
    WRONG_MAC_ENDS_AUTHENTICATION,
    /** Assumed: a new customer key ends the authentication with the old one. */
    NEW_KEY_ENDS_AUTHENTICATION,
    /** Assumed: while the token waits for the up arrow it takes other commands; else the next one calls the matter off. */
    WAITS_THROUGH_COMMANDS,
    /** Assumed not: the token still waits for the up arrow after the card lost its power or was reset. */
    WAITS_WITHOUT_POWER,
    /** Assumed: factory reset gives back all tries, and so opens a token that has none left. */
    FACTORY_RESET_RESTORES_TRIES,
    /** Assumed not: after a factory reset the token is off the cable until it is plugged in again. */
    FACTORY_RESET_DROPS_LINK,
    /** Assumed, as the single-profile tokens do: a CONFIG that is refused has already changed the display time-out, in RAM. */
    BAD_CONFIG_CHANGES_TIMEOUT,
    /** Assumed not, as with the single-profile tokens: CONFIG refuses algorithms, digits and steps that do not exist. */
    CONFIG_CHECKS_VALUES
}
