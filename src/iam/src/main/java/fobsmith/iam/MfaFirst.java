package fobsmith.iam;

import fobsmith.registry.Registry;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.SerialNumber;
import fobsmith.registry.User;
import fobsmith.registry.Voucher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the service, not of policies: who has an MFA device adds or removes one of his own only in a session that was
 * made with a code of one he has. A first device is exempt, and so is whoever acts on somebody else; a temporary device
 * whose time is over is none. A role is nobody's second self: what its session does to the user who began it he does to
 * himself, and without a code.
 */
public final class MfaFirst {
    private final Registry registry;
    private final Caller caller;

    public MfaFirst(Registry registry, Caller caller) {
        this.registry = registry;
        this.caller = caller;
    }

    /** Why this caller may add devices to those the user has, and remove them: whatever does so asks it once more. */
    public Voucher voucher(User user) {
        if (!caller.user().id().equals(user.id())) {
            return new Voucher.NotNeeded();
        }
        return code(caller.session()).<Voucher>map(code -> code).orElseGet(Voucher.None::new);
    }

    /** Asked first of all, so that nobody without a code hears what is wrong with the device he names. */
    public void require(User user) {
        try {
            registry.tokens().requireVouched(user, voucher(user), registry.now());
        } catch (RegistryRefusal.CodeNeeded needed) {
            throw refusal(needed);
        }
    }

    private static Optional<Voucher.Code> code(Caller.@Nullable Session session) {
        return Optional.ofNullable(session)
                .flatMap(begun -> Optional.ofNullable(begun.mfaSerial())
                        .map(serial -> new Voucher.Code(SerialNumber.parse(serial), begun.issuedAt())));
    }

    /** Whether the session was made with a code, and of a device that the user has had ever since. */
    public static boolean isVouchedFor(Registry registry, User user, Caller.Session session) {
        return code(session)
                .filter(code -> registry.tokens().isGood(user, code, registry.now()))
                .isPresent();
    }

    /** Its cause tells who does not speak to AWS's clients that no policy is in the way. */
    static IamException refusal(RegistryRefusal.CodeNeeded needed) {
        var refused = new IamException(
                IamError.ACCESS_DENIED,
                "To complete this action, please ensure that you are authenticated with an MFA device that is enabled for"
                        + " this user.");
        refused.initCause(needed);
        return refused;
    }
}
