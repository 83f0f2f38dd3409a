package fobsmith.seedfiles;

/** What a reader might be given, so that it takes what it has refused. */
public sealed interface Remedy permits Leniency, Remedy.Opening, Remedy.Taking {
    /** What opens the file. */
    enum Opening implements Remedy {
        PRE_SHARED_KEY,
        PASSWORD,
        PRIVATE_KEY,
        OPENPGP_KEY,
        OPENPGP_PASSPHRASE,
        /** Another key than the one that was given, which is wrong unless the file was changed. */
        ANOTHER_KEY
    }

    /** Another kind of tokens. */
    enum Taking implements Remedy {
        /** By {@link ReadingTerms#withEventBased}. */
        EVENT_BASED
    }
}
