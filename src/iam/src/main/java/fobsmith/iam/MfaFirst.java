package fobsmith.iam;

import fobsmith.registry.Registry;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;

/**
 * A rule of the service, not of policies: who has an MFA device adds or removes one of his own only in a session that was
 * made with a code of one he has. A first device is exempt, and so is whoever acts on somebody else; a temporary device
 * whose time is over is none. A role
 * is nobody's second self: what its session does to the user who began it he does to himself, and without a code.
 */
public final class MfaFirst {
    private final Registry registry;
    private final Caller caller;

    public MfaFirst(Registry registry, Caller caller) {
        this.registry = registry;
        this.caller = caller;
    }

    /** Whether this caller may add devices to those the user has, and remove them. */
    public boolean isMet(User user) {
        return !caller.user().id().equals(user.id()) || hasShownCode();
    }

    public void require(User user) {
        if (!isMet(user) && registry.tokens().hasDevice(user, registry.now())) {
            throw refusal();
        }
    }

    /**
     * The code of a device that has been taken away, or whose time is over, vouches for nobody any more. One that he has been
     * given again since, or another of the same name, does not vouch for what was shown before.
     */
    private boolean hasShownCode() {
        var session = caller.session();
        return session != null && isVouchedFor(registry, caller.user(), session);
    }

    /** Whether the session was made with a code, and of a device that the user has had ever since. */
    public static boolean isVouchedFor(Registry registry, User user, Caller.Session session) {
        var serial = session.mfaSerial();
        if (serial == null) {
            return false;
        }
        return registry.tokens()
                .findEnabled(user, SerialNumber.parse(serial))
                .filter(device -> !device.isExpired(registry.now()))
                .filter(device -> !device.enabledSince().isAfter(session.issuedAt()))
                .isPresent();
    }

    static IamException refusal() {
        return new IamException(
                IamError.ACCESS_DENIED,
                "To complete this action, please ensure that you are authenticated with an MFA device that is enabled for"
                        + " this user.");
    }
}
