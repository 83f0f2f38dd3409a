package fobsmith.devices;

import java.security.SecureRandom;
import java.util.Optional;

/** A session with a token that takes orders only from who knows its credential. */
public interface CredentialLock {
    /** Whether orders need the credential now; a token of which nobody has set one takes orders from anybody. */
    boolean locked();

    /** Whether a locked token does not even tell which profiles carry a seed. */
    default boolean locksReading() {
        return false;
    }

    /**
     * Nothing, unless the token is locked so that no credential opens it: then nobody need look for one.
     *
     * @throws DeviceException.Refused where that is so
     */
    default void requireUnlockable() {}

    /**
     * The credential of every token that leaves the factory; public knowledge. Empty where the factory sets none. The caller
     * closes it.
     */
    Optional<TokenCredential> factoryCredential();

    /** A fresh one of the model's own form. The caller closes it. */
    TokenCredential randomCredential(SecureRandom randomness);

    /** How many tries are kept back, for somebody who does know the credential; not all models have many. */
    default int keptTries() {
        return 3;
    }

    /**
     * The operator has said that the tries kept back may be spent in this session; says nothing of a {@link CodeLock}. Does
     * nothing where a token does not tell how many are left before one is made.
     */
    default void allowLastTries() {}

    /**
     * Opens the token for orders. A wrong credential costs one try; none is made when the token has told, in this session,
     * that {@link #keptTries} or fewer are left.
     *
     * @throws DeviceException.WrongCredential where the token says no
     * @throws DeviceException.Refused where no try is made, or the token takes no credential any more
     */
    void unlock(TokenCredential credential);

    /**
     * Tells the unlocked token its next credential. With some models it holds only after somebody has pressed the button the
     * token asks for; whether it does shows at the next {@link #unlock}.
     *
     * @return what the operator has to do; empty where it holds now
     */
    Optional<Instruction> changeCredential(TokenCredential next);
}
