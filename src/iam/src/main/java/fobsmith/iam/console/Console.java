package fobsmith.iam.console;

import fobsmith.iam.Resource;
import fobsmith.iam.policy.PolicyAction;
import fobsmith.registry.Actor;
import fobsmith.registry.User;
import java.time.Instant;

/**
 * The desk with one operator signed in. Every verb asks his policies as they are at that moment, and refuses by
 * {@link fobsmith.iam.IamException}, whose error is {@code EXPIRED_TOKEN} when he has to sign in again, or by
 * {@link fobsmith.registry.RegistryRefusal}. All of it blocks on the registry. Thread-safe.
 */
public final class Console implements AutoCloseable {
    private final DeskSession session;
    private final VirtualDevicesAtDesk virtualDevices;

    Console(DeskSession session) {
        this.session = session;
        virtualDevices = new VirtualDevicesAtDesk(session);
    }

    /** Who is signed in, under his name of this moment. */
    public User operator() {
        return session.operator();
    }

    /** Of whom, by whatever name, and whether or not the session is over. */
    String operatorId() {
        return session.actor().id();
    }

    /** Whether he showed a code, as {@code aws:MultiFactorAuthPresent} has it. */
    public boolean isWithCode() {
        return session.session().isWithMfa();
    }

    /** When he will have to sign in again, if he stays that long. */
    public Instant expiresAt() {
        return session.session().expiresAt();
    }

    /** Whether his policies allow an action that concerns nothing in particular, so that the desk can offer it. */
    public boolean allows(PolicyAction action) {
        return session.authority().authorizer().allows(action, Resource.NOTHING);
    }

    public People people() {
        return new People(session);
    }

    public Devices devices() {
        return new Devices(session);
    }

    public VirtualDevicesAtDesk virtualDevices() {
        return virtualDevices;
    }

    public Tokens tokens() {
        return new Tokens(session);
    }

    public Whose whose() {
        return new Whose(session);
    }

    /** Under whom a token is given its seed: asks for {@code fobsmith:ProvisionToken}. */
    public Actor provisioner() {
        return actor(PolicyAction.PROVISION_TOKEN);
    }

    /** Under whom a locked token is opened to read its codes: asks for {@code fobsmith:CheckToken}. */
    public Actor reader() {
        return actor(PolicyAction.CHECK_TOKEN);
    }

    private Actor actor(PolicyAction action) {
        return session.run(authority -> {
            authority.authorizer().require(action, Resource.NOTHING);
            return authority.actor();
        });
    }

    /** Ends the session, and deletes what its flows have made and not enabled. */
    @Override
    public void close() {
        try {
            virtualDevices.close();
        } finally {
            session.end();
        }
    }
}
