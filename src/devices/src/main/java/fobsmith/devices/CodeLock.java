package fobsmith.devices;

/**
 * A session with a token that may be set to tell its codes only to who knows a second credential, that of its user. The
 * token tells before each try how many are left, so none is spent by mistake.
 */
public interface CodeLock {
    /** Whether codes need that credential now. */
    boolean codesLocked();

    /** The operator has said that the last try may be spent in this session. */
    void allowLastTries();

    /**
     * Lets the session read codes. A wrong credential costs one try; none is made with fewer than two left.
     *
     * @throws DeviceException.WrongCredential where the token says no
     * @throws DeviceException.Refused where no try is made, or the token takes no credential any more
     */
    void unlockCodes(TokenCredential credential);
}
