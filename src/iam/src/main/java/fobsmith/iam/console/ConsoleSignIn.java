package fobsmith.iam.console;

import fobsmith.registry.DeskPassphrases;
import fobsmith.registry.PassphraseOutcome;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryKey;
import fobsmith.registry.User;
import java.util.function.Predicate;

/**
 * Lets IAM users sign in at the desk: by their desk passphrase, and by a code where they have a device. Root and roles never
 * do. Thread-safe; takes as long as Argon2id does.
 */
public final class ConsoleSignIn {
    /** No user can have this name. */
    private static final String NOBODY = "";

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
        return begin(userName, passphrase, _ -> true);
    }

    /**
     * As {@link #begin(String, char[])}, for who has been at the desk before: by whatever name he has by now, and for nobody
     * else, whoever has got his old one.
     */
    public SignInStep beginAgain(Console console, char[] passphrase) {
        var id = console.operatorId();
        var name = registry.users().findById(id).map(User::name).orElse(NOBODY);
        return begin(name, passphrase, user -> user.id().equals(id));
    }

    private SignInStep begin(String userName, char[] passphrase, Predicate<User> awaited) {
        return switch (known.verify(userName, passphrase, host)) {
            case PassphraseOutcome.Wrong _ -> new SignInStep.Refused();
            case PassphraseOutcome.Paused paused -> new SignInStep.Paused(paused.until());
            case PassphraseOutcome.Right right
            when awaited.test(right.user()) ->
                new Admission(registry, known, host, right.user().id(), right.edition()).afterPassphrase();
            case PassphraseOutcome.Right _ -> new SignInStep.Refused();
        };
    }
}
