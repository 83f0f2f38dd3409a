package fobsmith.iam.console;

import fobsmith.registry.DeskPassphrases;
import fobsmith.registry.PassphraseOutcome;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;

/**
 * Lets IAM users sign in at the desk: by their desk passphrase, and by a code where they have a device. Root and roles never
 * do. Thread-safe; takes as long as Argon2id does.
 */
public final class ConsoleSignIn {
    private final Registry registry;
    private final DeskPassphrases known;
    private final String host;

    /**
     * The registry stays the caller's.
     *
     * @param host name of this machine, for the audit trail
     */
    public ConsoleSignIn(Registry registry, String host) {
        this(registry, host, RegistryKey.Cost.STANDARD);
    }

    /** As above, where a name that nobody bears costs this much, and new passphrases do. */
    public ConsoleSignIn(Registry registry, String host, RegistryKey.Cost cost) {
        this.registry = registry;
        this.host = host;
        known = registry.deskPassphrases(cost);
    }

    /**
     * The first step. Answers {@link SignInStep.SignedIn}, {@link CodeWanted}, {@link SignInStep.Refused} or
     * {@link SignInStep.Paused}.
     *
     * @param passphrase wiped here, whatever comes of it
     */
    public SignInStep begin(String userName, char[] passphrase) {
        return switch (known.verify(userName, passphrase, host)) {
            case PassphraseOutcome.Wrong _ -> new SignInStep.Refused();
            case PassphraseOutcome.Paused paused -> new SignInStep.Paused(paused.until());
            case PassphraseOutcome.Right right ->
                new Admission(registry, known, host, right.user().id(), right.edition()).afterPassphrase();
        };
    }
}
