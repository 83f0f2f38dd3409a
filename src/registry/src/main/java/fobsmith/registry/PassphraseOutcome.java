package fobsmith.registry;

import java.time.Instant;

/** What came of a desk passphrase that somebody typed. Stored before it is told. */
public sealed interface PassphraseOutcome {

    /**
     * The user's own.
     *
     * @param edition which of his passphrases it is, see {@link DeskPassphrases#isCurrent}
     */
    record Right(User user, String edition) implements PassphraseOutcome {}

    /** No user of that name, or none with a passphrase, or another passphrase: nobody is told which. */
    record Wrong() implements PassphraseOutcome {}

    /** Too many wrong ones for this name: none is looked at until then. */
    record Paused(Instant until) implements PassphraseOutcome {}
}
