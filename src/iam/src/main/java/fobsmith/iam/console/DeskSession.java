package fobsmith.iam.console;

import fobsmith.iam.Authority;
import fobsmith.iam.Caller;
import fobsmith.iam.DeviceDeeds;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.MfaFirst;
import fobsmith.iam.Refusals;
import fobsmith.iam.Resource;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.registry.Actor;
import fobsmith.registry.PolicyHolder;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryRefusal;
import fobsmith.registry.User;
import java.util.function.Function;

/**
 * One operator's time at the desk. It is over with its hours, and with the operator, his passphrase, the device whose code he
 * showed, or the validity of his sessions: each deed looks first. Thread-safe.
 */
final class DeskSession {
    private final Registry registry;
    private final Admission admission;
    private final Caller.Session session;
    private volatile boolean ended;

    DeskSession(Registry registry, Admission admission, Caller.Session session) {
        this.registry = registry;
        this.admission = admission;
        this.session = session;
    }

    Registry registry() {
        return registry;
    }

    Caller.Session session() {
        return session;
    }

    /** As the audit trail knows the operator, whether or not the session is over. */
    Actor actor() {
        return admission.actor();
    }

    void end() {
        ended = true;
    }

    /** The operator as he is now. */
    User operator() {
        if (ended || !registry.now().isBefore(session.expiresAt())) {
            throw over();
        }
        return admission
                .user()
                .filter(user -> !user.sessionsValidFrom().isAfter(session.issuedAt()))
                .filter(user -> !session.isWithMfa() || MfaFirst.isVouchedFor(registry, user, session))
                .orElseThrow(DeskSession::over);
    }

    private static IamException over() {
        return new IamException(IamError.EXPIRED_TOKEN, "This session at the desk is over: sign in again.");
    }

    /** For one deed: his policies are read anew. */
    Authority authority() {
        return Authority.of(registry, Caller.atDesk(operator(), session, admission.host()));
    }

    /** Does it, and says what the registry refuses as far as the operator may know of it. */
    <T> T run(Function<Authority, T> deed) {
        var authority = authority();
        try {
            return deed.apply(authority);
        } catch (RegistryRefusal.WrongState | RegistryRefusal.AttemptElsewhere refusal) {
            throw authority.knowsAllDevices() ? refusal : Refusals.translate(refusal);
        }
    }

    /** As above, for what is done to devices. */
    <T> T deed(Function<DeviceDeeds, T> deed) {
        return run(authority -> deed.apply(new DeviceDeeds(authority)));
    }

    /** The user as he is now, if the operator may do this to him. For root it is another question. */
    User user(Authority authority, String action, User user) {
        if (user.isRoot()) {
            return root(authority);
        }
        var now = current(user);
        authority.authorizer().require(action, Resource.of(registry, now));
        return now;
    }

    /** As above, for any action. */
    User user(Authority authority, PolicyAction action, User user) {
        if (user.isRoot()) {
            return root(authority);
        }
        var now = current(user);
        authority.authorizer().require(action, Resource.of(registry, now));
        return now;
    }

    /** Root, if the operator may serve it. */
    User root(Authority authority) {
        authority.authorizer().require(PolicyAction.MANAGE_ROOT, Resource.NOTHING);
        return registry.users().root();
    }

    private User current(User user) {
        return registry.users()
                .findById(user.id())
                .orElseThrow(() -> new RegistryRefusal.Unknown(PolicyHolder.Kind.USER, user.name()));
    }
}
