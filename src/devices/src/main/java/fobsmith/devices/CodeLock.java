package fobsmith.devices;

/**
 * A session with a token that may be set to tell its codes only to who knows a second credential, that of its user. The
 * token tells before each try how many are left, so none is spent by mistake.
 */
public interface CodeLock {
    /** Whether codes need that credential now. */
    boolean codesLocked();

    /** How many tries that credential has left; to ask costs none. */
    int codeTriesLeft();

    /** How many of them are kept back. */
    int keptCodeTries();

    /** The operator has said that those kept back may be spent in this session; says nothing of a {@link CredentialLock}. */
    void allowLastCodeTries();

    /**
     * Lets the session read codes. A wrong credential costs one try; none is made with no more than {@link #keptCodeTries} left.
     *
     * @throws DeviceException.WrongCredential where the token says no
     * @throws DeviceException.Refused where no try is made, or the token takes no credential any more
     */
    void unlockCodes(TokenCredential credential);
}
